package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.batch.BatchCommand.Item;
import io.microwallet.core.batch.BatchEvent.BatchBegun;
import io.microwallet.core.batch.BatchEvent.BatchDecided;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.batch.BatchEvent.Part;
import io.microwallet.core.given.Row;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/** Many commands decided as one. */
final class BatchRows {
    private static final WalletId NOWHERE = new WalletId(new UUID(4, 9));
    private static final Item FREEZE = new Item(Operation.FREEZE_WALLET, new FreezeWallet(WALLET));
    private static final Item UNFREEZE = new Item(Operation.UNFREEZE_WALLET, new UnfreezeWallet(WALLET));
    private static final Item OPEN = new Item(Operation.OPEN_WALLET, new OpenWallet(LEDGER, WALLET, TILL, null, null));
    private static final Item CLOSE = new Item(Operation.CLOSE_WALLET, new CloseWallet(WALLET));
    private static final Item FREEZE_NOTHING = new Item(Operation.FREEZE_WALLET, new FreezeWallet(NOWHERE));
    private static final WalletFrozen FROZEN = new WalletFrozen(WALLET);
    private static final WalletUnfrozen UNFROZEN = new WalletUnfrozen(WALLET);

    private BatchRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                row("the key of a batch is taken").when(new BeginBatch(TILL, 3)).accepted(new BatchBegun(3)),
                row("each item is decided over what the earlier ones leave")
                        .given(OPENED)
                        .when(batch(FREEZE, UNFREEZE, FREEZE))
                        .accepted(decided(FREEZE, UNFREEZE, FREEZE), FROZEN, UNFROZEN, FROZEN),
                row("an item builds on what an earlier one made")
                        .when(batch(OPEN, CLOSE))
                        .accepted(decided(OPEN, CLOSE), OPENED, new WalletClosed(WALLET)),
                row("the first item that is refused leaves nothing of those before it")
                        .given(OPENED)
                        .when(batch(FREEZE, UNFREEZE, UNFREEZE, CLOSE))
                        .accepted(new BatchRefused(4, 2, new RefusalCode("WALLET_NOT_FROZEN"))),
                new Row(
                        "an item that names nothing is absent by its index",
                        List.of(OPENED),
                        batch(FREEZE, FREEZE_NOTHING),
                        new Decision.Absent(Absence.WALLET_NOT_FOUND, OptionalInt.of(1))),
                row("what is refused before anything is absent is refused")
                        .given(OPENED)
                        .when(batch(UNFREEZE, FREEZE_NOTHING))
                        .accepted(new BatchRefused(2, 0, new RefusalCode("WALLET_NOT_FROZEN"))));
    }

    private static AtomicBatch batch(Item... items) {
        return new AtomicBatch(List.of(items));
    }

    private static BatchDecided decided(Item... items) {
        return new BatchDecided(
                Stream.of(items).map(item -> new Part(item.operation(), 1)).toList());
    }
}
