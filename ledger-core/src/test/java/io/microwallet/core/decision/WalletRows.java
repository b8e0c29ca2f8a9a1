package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.failed;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.UUID;
import java.util.stream.Stream;

/** What may be done to a wallet itself. */
final class WalletRows {
    private static final OpenWallet OPEN = new OpenWallet(LEDGER, WALLET, TILL, NAME, NAME);
    private static final FreezeWallet FREEZE = new FreezeWallet(WALLET);
    private static final UnfreezeWallet UNFREEZE = new UnfreezeWallet(WALLET);
    private static final CloseWallet CLOSE = new CloseWallet(WALLET);
    private static final EraseWallet ERASE = new EraseWallet(WALLET);
    private static final ResolveWallet RESOLVE = new ResolveWallet(WALLET, TILL);
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);
    private static final WalletUnfrozen UNFROZEN = new WalletUnfrozen(WALLET);
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final WalletErased ERASED = new WalletErased(WALLET);
    private static final TopUpId OTHER_TOP_UP = new TopUpId(new UUID(6, 2));
    private static final Event[] WITH_MONEY = {OPENED, requested(TOP_UP, eur(5)), succeeded(TOP_UP, eur(5), eur(5))};

    private WalletRows() {}

    static Stream<Row> rows() {
        return Stream.of(opening(), freezing(), closing(), erasing(), resolving())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> opening() {
        return Stream.of(
                row("a wallet opens").when(OPEN).accepted(new WalletOpened(LEDGER, WALLET, TILL, NAME, NAME)),
                row("a wallet opens once").given(OPENED).when(OPEN).refused(WalletRefusal.WALLET_ALREADY_EXISTS),
                row("a closed wallet is not opened again")
                        .given(OPENED, CLOSED)
                        .when(OPEN)
                        .refused(WalletRefusal.WALLET_ALREADY_EXISTS));
    }

    private static Stream<Row> freezing() {
        return Stream.of(
                row("no wallet is frozen").when(FREEZE).absent(Absence.WALLET_NOT_FOUND),
                row("an open wallet is frozen").given(OPENED).when(FREEZE).accepted(FROZEN),
                row("a frozen wallet is not frozen again")
                        .given(OPENED, FROZEN)
                        .when(FREEZE)
                        .refused(WalletRefusal.WALLET_ALREADY_FROZEN),
                row("a frozen wallet is unfrozen")
                        .given(OPENED, FROZEN)
                        .when(UNFREEZE)
                        .accepted(UNFROZEN),
                row("an unfrozen wallet is frozen again")
                        .given(OPENED, FROZEN, UNFROZEN)
                        .when(FREEZE)
                        .accepted(FROZEN),
                row("a wallet that is not frozen is not unfrozen")
                        .given(OPENED)
                        .when(UNFREEZE)
                        .refused(WalletRefusal.WALLET_NOT_FROZEN),
                row("a closed wallet is not frozen")
                        .given(OPENED, CLOSED)
                        .when(FREEZE)
                        .refused(WalletRefusal.WALLET_CLOSED),
                row("an erased wallet is not frozen")
                        .given(OPENED, CLOSED, ERASED)
                        .when(FREEZE)
                        .absent(Absence.WALLET_ERASED));
    }

    private static Stream<Row> closing() {
        return Stream.of(
                row("an empty wallet closes").given(OPENED).when(CLOSE).accepted(CLOSED),
                row("a frozen empty wallet closes")
                        .given(OPENED, FROZEN)
                        .when(CLOSE)
                        .accepted(CLOSED),
                row("a wallet closes once").given(OPENED, CLOSED).when(CLOSE).refused(WalletRefusal.WALLET_CLOSED),
                row("a wallet with a balance does not close")
                        .given(WITH_MONEY)
                        .when(CLOSE)
                        .refused(WalletRefusal.WALLET_NOT_EMPTY),
                row("a wallet with a pending top-up does not close, whatever its balance")
                        .given(
                                OPENED,
                                requested(OTHER_TOP_UP, eur(5)),
                                requested(TOP_UP, eur(5)),
                                succeeded(TOP_UP, eur(5), eur(5)))
                        .when(CLOSE)
                        .refused(WalletRefusal.TOP_UP_PENDING),
                row("a wallet with a pending top-up does not close")
                        .given(OPENED, requested(TOP_UP, eur(5)))
                        .when(CLOSE)
                        .refused(WalletRefusal.TOP_UP_PENDING),
                row("a wallet whose top-up failed closes")
                        .given(OPENED, requested(TOP_UP, eur(5)), failed(TOP_UP))
                        .when(CLOSE)
                        .accepted(CLOSED));
    }

    private static Stream<Row> erasing() {
        return Stream.of(
                row("a closed wallet is erased")
                        .given(OPENED, CLOSED)
                        .when(ERASE)
                        .accepted(ERASED),
                row("a wallet is erased once")
                        .given(OPENED, CLOSED, ERASED)
                        .when(ERASE)
                        .absent(Absence.WALLET_ERASED),
                row("an open wallet with a balance is not erased")
                        .given(WITH_MONEY)
                        .when(ERASE)
                        .refused(WalletRefusal.WALLET_NOT_EMPTY),
                row("an open wallet is not erased").given(OPENED).when(ERASE).refused(WalletRefusal.WALLET_NOT_CLOSED));
    }

    private static Stream<Row> resolving() {
        return Stream.of(
                row("an open wallet is resolved")
                        .given(OPENED)
                        .when(RESOLVE)
                        .accepted(new WalletResolved(WALLET, TILL)),
                row("a closed wallet is not resolved")
                        .given(OPENED, CLOSED)
                        .when(RESOLVE)
                        .refused(WalletRefusal.WALLET_CLOSED),
                row("no wallet is resolved").when(RESOLVE).absent(Absence.WALLET_NOT_FOUND));
    }
}
