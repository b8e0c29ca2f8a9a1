package io.microwallet.core.audit;

import io.microwallet.core.audit.model.Entry;
import io.microwallet.core.audit.model.Spelling;
import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.Lot;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes what the product says as the model writes it. */
final class Plain {
    private Plain() {}

    static String text(Object value) {
        return switch (value) {
            case null -> "none";
            case Optional<?> some -> text(some.orElse(null));
            case Money money -> money.amount() + " " + money.currency();
            case Lot lot -> text(lot);
            case RefundPart part -> Spelling.sentBack(part.processor(), part.charge(), text(part.lot()));
            case BatchEvent.Part part -> Spelling.part(part.operation(), part.events());
            case RefusalCode code -> code.value();
            case JournalEntry entry -> text(entry);
            case Entry entry -> entry.toString();
            case Set<?> some -> some.stream().map(Plain::text).sorted().toList().toString();
            case Collection<?> some -> some.stream().map(Plain::text).toList().toString();
            default -> value.toString();
        };
    }

    private static String text(Lot lot) {
        return Spelling.lot(lot.kind().name(), lot.id(), text(lot.amount()), lot.since(), lot.expires(), lot.funder());
    }

    private static String text(JournalEntry entry) {
        var moves = new TreeMap<String, Long>();
        for (var posting : entry.postings()) {
            var amount = posting.money().amount();
            moves.merge(
                    posting.account().code() + ' ' + posting.money().currency(),
                    posting.side() == Side.CREDIT ? amount : -amount,
                    Math::addExact);
        }
        moves.values().removeIf(amount -> amount == 0);
        return moves.toString();
    }
}
