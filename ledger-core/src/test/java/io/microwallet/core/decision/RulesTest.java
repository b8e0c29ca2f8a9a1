package io.microwallet.core.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.given.Row;
import io.microwallet.core.ledger.LedgerEvent.WriterOpened;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestRefused;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    static Stream<Row> rows() {
        return Stream.of(
                        WalletRows.rows(),
                        TopUpRows.rows(),
                        PurchaseRows.rows(),
                        PopUpRows.rows(),
                        JobRows.rows(),
                        DropRows.rows(),
                        HoldPlacingRows.rows(),
                        DepositRows.rows(),
                        HoldCapturingRows.rows(),
                        HoldLapsingRows.rows(),
                        ClientRows.rows(),
                        OtherRows.rows(),
                        PayoutRows.rows(),
                        SettlementRows.rows(),
                        BatchRows.rows(),
                        CreditRows.rows(),
                        PlanRows.rows(),
                        MembershipStartingRows.rows(),
                        MembershipRenewingRows.rows(),
                        MembershipEndingRows.rows(),
                        AttendanceRows.rows(),
                        RefundRows.rows(),
                        RefundRefusalRows.rows(),
                        UnspentRows.rows(),
                        RefundReportRows.rows(),
                        ChargebackRows.rows(),
                        DisputeWonRows.rows(),
                        ReceivableRows.rows(),
                        LedgerRows.rows(),
                        OverdueRows.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void given_events_when_a_command_then_a_decision(Row row) {
        assertThat(row.decide()).isEqualTo(row.then());
    }

    @Test
    void every_refusal_has_a_row() {
        var told =
                rows().map(Row::then).filter(Decision.Refused.class::isInstance).collect(toSet());

        assertThat(told)
                .isEqualTo(Refusals.all().stream().map(Decision::refused).collect(toSet()));
    }

    @Test
    void every_event_that_a_command_can_lead_to_has_a_row() {
        var happened = rows().map(Row::then)
                .filter(Decision.Accepted.class::isInstance)
                .flatMap(decision -> ((Decision.Accepted) decision).events().stream())
                .<Object>map(Event::getClass)
                .collect(toSet());

        assertThat(happened).isEqualTo(catalogWithout(Set.of(WriterOpened.class, RequestRefused.class)));
    }

    @Test
    void a_code_that_features_share_has_one_meaning() {
        assertThat(Refusals.all())
                .allSatisfy(refusal -> assertThat(Refusals.adviceOn(new RefusalCode(refusal.name())))
                        .contains(refusal.advice()));
    }

    @Test
    void advice_is_one_sentence() {
        assertThat(Refusals.all())
                .allSatisfy(refusal -> assertThat(refusal.advice()).matches("[A-Z][^.]*\\."));
    }

    @Test
    void refusals_differ_from_absences_in_name() {
        var absences = Stream.of(Absence.values()).map(Absence::name).collect(toSet());

        assertThat(Refusals.all()).noneMatch(refusal -> absences.contains(refusal.name()));
    }

    private static Set<Object> catalogWithout(Set<?> types) {
        var rest = new HashSet<Object>();
        EventCatalog.entries().forEach(entry -> rest.add(entry.type()));
        rest.removeAll(types);
        return rest;
    }
}
