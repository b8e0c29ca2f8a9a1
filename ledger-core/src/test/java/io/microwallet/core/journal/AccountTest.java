package io.microwallet.core.journal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.given.PopUp;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.wallet.LotKind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final String W = PopUp.WALLET.text();
    private static final String M = PopUp.BAKER.text();
    private static final ProcessorId P = new ProcessorId("card-house-2");

    /** The chart of accounts, as finance sees it. */
    private static final Map<String, Account> CHART = Map.ofEntries(
            Map.entry("Assets:Processor:card-house-2:Clearing", new Account.ProcessorClearing(P)),
            Map.entry("Assets:Bank", new Account.Bank()),
            Map.entry("Assets:Receivable:Chargebacks:" + W, new Account.ReceivableChargebacks(PopUp.WALLET)),
            Map.entry("Assets:Unexplained:card-house-2", new Account.Unexplained(P)),
            Map.entry("Liabilities:Wallet:" + W + ":Cash:Available", funds(LotKind.CASH, Availability.AVAILABLE)),
            Map.entry("Liabilities:Wallet:" + W + ":Cash:Held", funds(LotKind.CASH, Availability.HELD)),
            Map.entry("Liabilities:Wallet:" + W + ":Credit:Available", funds(LotKind.CREDIT, Availability.AVAILABLE)),
            Map.entry("Liabilities:Wallet:" + W + ":Credit:Held", funds(LotKind.CREDIT, Availability.HELD)),
            Map.entry("Liabilities:Membership:Deferred", new Account.MembershipDeferred()),
            Map.entry("Liabilities:Merchant:" + M + ":Payable", new Account.MerchantPayable(PopUp.BAKER)),
            Map.entry("Liabilities:RefundsInFlight:card-house-2", new Account.RefundsInFlight(P)),
            Map.entry("Liabilities:PayoutsInFlight:" + M, new Account.PayoutsInFlight(PopUp.BAKER)),
            Map.entry("Liabilities:Unclaimed", new Account.Unclaimed()),
            Map.entry("Income:Commission", new Account.Commission()),
            Map.entry("Income:Sales:" + M, new Account.Sales(PopUp.BAKER)),
            Map.entry("Income:Memberships", new Account.Memberships()),
            Map.entry("Income:Breakage", new Account.Breakage()),
            Map.entry("Expenses:MembershipCredits", new Account.MembershipCredits()),
            Map.entry("Expenses:ProcessorFees:card-house-2", new Account.ProcessorFees(P)),
            Map.entry("Expenses:BadDebt", new Account.BadDebt()));

    static Set<Map.Entry<String, Account>> chart() {
        return CHART.entrySet();
    }

    @ParameterizedTest
    @MethodSource("chart")
    void an_account_has_a_name_that_leads_back_to_it(Map.Entry<String, Account> entry) {
        assertThat(entry.getValue().code()).isEqualTo(entry.getKey());
        assertThat(Account.parse(entry.getKey())).isEqualTo(entry.getValue());
    }

    @ParameterizedTest
    @MethodSource("chart")
    void an_account_has_a_pattern_that_leads_back_to_it_with_its_owner(Map.Entry<String, Account> entry) {
        var account = entry.getValue();
        var owner = account.owner();
        if (owner != null) {
            assertThat(account.pattern().replace("*", owner.text())).isEqualTo(account.code());
            assertThat(Account.of(account.pattern(), PopUp.WALLET, PopUp.BAKER)).isEqualTo(account);
            assertThatThrownBy(() -> Account.of(account.pattern(), null, null))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(account.pattern()).isEqualTo(account.code()).doesNotContain("*");
        }
    }

    @Test
    void every_account_is_in_the_chart() {
        var kinds = Stream.of(Account.class.getPermittedSubclasses()).collect(toSet());

        assertThat(CHART.values().stream().<Object>map(Account::getClass).collect(toSet()))
                .isEqualTo(kinds);
    }

    @Test
    void wallets_are_totalled_under_one_account_and_others_under_their_own() {
        assertThat(CHART).allSatisfy((code, account) -> {
            assertThat(account.control()).isEqualTo(code.replace(":" + W, ""));
            assertThat(account.control()).doesNotContain(W);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a",
                "*",
                "Assets",
                "Assets:",
                "Assets:Bank:",
                "Assets:Unexplained:*",
                "Assets:Unexplained:",
                "Assets:Processor:simulator",
                "Assets:Processor:Simulator:Clearing",
                "Assets:Processor:simulator:Clearing:More",
                "Income:Sales:w_00000000020000000000000001",
                "Liabilities:Wallet:w_0:Cash:Available",
                "Liabilities:Wallet:w_00000000000000000000000000:Cash:Spent"
            })
    void any_other_name_is_refused(String code) {
        assertThatThrownBy(() -> Account.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Account funds(LotKind kind, Availability availability) {
        return new Account.WalletFunds(PopUp.WALLET, kind, availability);
    }
}
