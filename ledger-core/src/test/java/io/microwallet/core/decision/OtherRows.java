package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.PUBLIC_KEY;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TILL_KEY;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.credentials;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.given.Row;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.LedgerRefusal;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.link.LinkRefusal;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.merchant.MerchantRefusal;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Ledgers, merchants and balance links. */
final class OtherRows {
    private static final LinkId LINK = new LinkId(new UUID(10, 1));
    private static final SecretHash HASH = new SecretHash("0".repeat(64));
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final CreateLink CREATE_LINK = new CreateLink(LEDGER, LINK, WALLET, TILL, HASH, 1, A_WEEK);
    private static final RevokeLink REVOKE_LINK = new RevokeLink(LEDGER, LINK);
    private static final LinkCreated LINK_CREATED =
            new LinkCreated(LEDGER, LINK, WALLET, TILL, HASH, 1, NOW.plus(A_WEEK));
    private static final LinkRevoked LINK_REVOKED = new LinkRevoked(LINK, WALLET);
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);

    private OtherRows() {}

    static Stream<Row> rows() {
        return Stream.of(ledgers(), merchants(), creatingLinks(), revokingLinks())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> ledgers() {
        var create = create(LEDGER);
        var admin = new ClientAdded(LEDGER, TILL, Set.of(Scope.ADMIN), TILL_KEY, PUBLIC_KEY, NAME);
        return Stream.of(
                row("a ledger is created with its first admin").when(create).accepted(LEDGER_CREATED, admin),
                row("a ledger is created once")
                        .given(LEDGER_CREATED, admin)
                        .when(create)
                        .refused(LedgerRefusal.LEDGER_ALREADY_EXISTS),
                row("an admin has one ledger")
                        .given(LEDGER_CREATED, admin)
                        .when(create(NEIGHBOUR))
                        .refused(LedgerRefusal.CLIENT_ALREADY_EXISTS),
                row("an admin's key has one ledger")
                        .given(new ClientAdded(
                                LEDGER, new ClientId(new UUID(2, 7)), Set.of(Scope.ADMIN), TILL_KEY, PUBLIC_KEY, NAME))
                        .when(create(NEIGHBOUR))
                        .refused(LedgerRefusal.KEY_ALREADY_EXISTS));
    }

    private static CreateLedger create(LedgerId ledger) {
        return new CreateLedger(
                ledger, Mode.SANDBOX, ZoneId.of("Europe/Berlin"), NAME, credentials(TILL, TILL_KEY, Scope.ADMIN));
    }

    private static Stream<Row> merchants() {
        var baker = new AddMerchant(LEDGER, BAKER, MerchantKind.THIRD_PARTY, 250, NAME, null);
        return Stream.of(
                row("a third party is added").when(baker).accepted(BAKER_ADDED),
                row("an own shop is added")
                        .when(new AddMerchant(LEDGER, OWN_SHOP, MerchantKind.OWN, 0, NAME, null))
                        .accepted(OWN_SHOP_ADDED),
                row("a merchant is added once")
                        .given(BAKER_ADDED)
                        .when(baker)
                        .refused(MerchantRefusal.MERCHANT_ALREADY_EXISTS),
                row("an own shop pays no commission")
                        .when(new AddMerchant(LEDGER, OWN_SHOP, MerchantKind.OWN, 1, NAME, null))
                        .refused(MerchantRefusal.COMMISSION_ON_OWN_SALES));
    }

    private static Stream<Row> creatingLinks() {
        return Stream.of(
                row("a link is created").given(OPENED).when(CREATE_LINK).accepted(LINK_CREATED),
                row("a link is created once")
                        .given(OPENED, LINK_CREATED)
                        .when(CREATE_LINK)
                        .refused(LinkRefusal.LINK_ALREADY_EXISTS),
                row("a link to a closed wallet")
                        .given(OPENED, CLOSED)
                        .when(CREATE_LINK)
                        .refused(LinkRefusal.WALLET_CLOSED),
                row("a link to no wallet").when(CREATE_LINK).absent(Absence.WALLET_NOT_FOUND),
                row("a link to another ledger's wallet")
                        .given(OPENED)
                        .when(new CreateLink(NEIGHBOUR, LINK, WALLET, TILL, HASH, 1, A_WEEK))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("a link to an erased wallet")
                        .given(OPENED, CLOSED, new WalletErased(WALLET))
                        .when(CREATE_LINK)
                        .absent(Absence.WALLET_ERASED));
    }

    private static Stream<Row> revokingLinks() {
        return Stream.of(
                row("a link is revoked")
                        .given(OPENED, LINK_CREATED)
                        .when(REVOKE_LINK)
                        .accepted(LINK_REVOKED),
                row("a link is revoked once")
                        .given(OPENED, LINK_CREATED, LINK_REVOKED)
                        .when(REVOKE_LINK)
                        .refused(LinkRefusal.LINK_REVOKED),
                row("no link is revoked").when(REVOKE_LINK).absent(Absence.LINK_NOT_FOUND),
                row("another ledger's link is not revoked")
                        .given(OPENED, LINK_CREATED)
                        .when(new RevokeLink(NEIGHBOUR, LINK))
                        .absent(Absence.LINK_NOT_FOUND));
    }
}
