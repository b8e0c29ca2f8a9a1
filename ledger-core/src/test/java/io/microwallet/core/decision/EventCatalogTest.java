package io.microwallet.core.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.decision.EventCatalog.Entry;
import io.microwallet.core.decision.EventCatalog.StoredName;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCatalogTest {
    /** Spelled a second time on purpose: whoever renames an event has to say so here, and cannot be right. */
    private static final String WRITTEN_SO_FAR = """
            LedgerCreated=ledger-created-1 WriterOpened=writer-opened-1 ClientAdded=client-added-1 \
            ClientRevoked=client-revoked-1 KeyAdded=key-added-1 KeyRevoked=key-revoked-1 MerchantAdded=merchant-added-1 \
            WalletOpened=wallet-opened-1 WalletFrozen=wallet-frozen-1 WalletUnfrozen=wallet-unfrozen-1 \
            WalletClosed=wallet-closed-1 WalletErased=wallet-erased-1 WalletResolved=wallet-resolved-1 \
            TopUpRequested=top-up-requested-1 TopUpSucceeded=top-up-succeeded-1 TopUpFailed=top-up-failed-1 \
            TopUpUnclaimed=top-up-unclaimed-1 Purchased=purchased-2 LinkCreated=link-created-1 LinkRevoked=link-revoked-1 \
            RequestRefused=request-refused-1 PayoutRequested=payout-requested-1 PayoutSettled=payout-settled-1 \
            PayoutFailed=payout-failed-1 ProcessorPaidOut=processor-paid-out-1 \
            ProcessorPayoutContradicted=processor-payout-contradicted-1 \
            BatchBegun=batch-begun-1 BatchDecided=batch-decided-1 BatchRefused=batch-refused-1 \
            CreditGranted=credit-granted-1 PlanCreated=plan-created-1 \
            PlanRetired=plan-retired-1 MembershipStarted=membership-started-1 MembershipRenewed=membership-renewed-1 \
            MembershipCreditGranted=membership-credit-granted-1 AttendanceRewarded=attendance-rewarded-1 \
            MembershipCancelled=membership-cancelled-1 MembershipPeriodEnded=membership-period-ended-1 \
            PurchaseRefunded=purchase-refunded-1 UnspentReturned=unspent-returned-1 \
            RefundSettled=refund-settled-1 RefundFailed=refund-failed-1 RefundUnclaimed=refund-unclaimed-1 \
            RefundSettledAfterFailed=refund-settled-after-failed-1 ChargedBack=charged-back-1 DisputeWon=dispute-won-1 \
            DisputeContradicted=dispute-contradicted-1 \
            ReceivableCollected=receivable-collected-1 ReceivableWrittenOff=receivable-written-off-1 \
            LimitsChanged=limits-changed-1 ClockMoved=clock-moved-1 UnspentReturnOrdered=unspent-return-ordered-1 \
            UnspentReturnFinished=unspent-return-finished-1""";

    @Test
    void every_kind_of_event_is_in_it_once() {
        var all = kindsUnder(Event.class).<Object>map(kind -> kind).collect(toSet());

        assertThat(EventCatalog.entries())
                .<Object>extracting(Entry::type)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(all);
    }

    @Test
    void names_on_disk_never_change() {
        var names = EventCatalog.entries().stream()
                .map(e -> e.type().getSimpleName()
                        + '='
                        + e.name().name()
                        + '-'
                        + e.name().version());

        assertThat(names).contains(WRITTEN_SO_FAR.split(" "));
    }

    @Test
    void a_name_leads_back_to_its_class() {
        assertThat(EventCatalog.entries()).allSatisfy(entry -> {
            assertThat(EventCatalog.nameOf(entry.type())).isEqualTo(entry.name());
            assertThat(EventCatalog.typeOf(entry.name())).contains(entry.type());
            assertThat(entry.name().name()).matches("[a-z]+(-[a-z]+)*");
        });
    }

    @Test
    void a_name_of_no_known_version_is_empty() {
        assertThat(EventCatalog.typeOf(new StoredName("purchased", 99))).isEmpty();
        assertThatThrownBy(() -> EventCatalog.nameOf(Event.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Class<?>> kindsUnder(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogTest::kindsUnder)
                : Stream.of(type);
    }
}
