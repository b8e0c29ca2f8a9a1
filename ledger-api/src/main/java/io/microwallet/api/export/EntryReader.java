package io.microwallet.api.export;

import io.microwallet.api.entry.EntryFacts;
import io.microwallet.api.entry.OpenTopUps;
import io.microwallet.api.export.format.ExportedEntry;
import io.microwallet.api.export.format.ExportedEntry.Line;
import io.microwallet.api.export.span.LedgerDays;
import io.microwallet.core.decision.EventCatalog;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.request.RecordedEvent;
import java.util.Optional;

/** Makes the entries of a file from the events of the log, in their order. */
final class EntryReader {
    private final LedgerDays days;
    private final AccountNames accounts;
    private final ExportTexts texts;
    private final OpenTopUps topUps;
    private long number;

    /** @param entriesBefore how many entries the ledger has before the first event that is read */
    EntryReader(LedgerDays days, AccountNames accounts, ExportTexts texts, OpenTopUps topUps, long entriesBefore) {
        this.days = days;
        this.accounts = accounts;
        this.texts = texts;
        this.topUps = topUps;
        this.number = entriesBefore;
    }

    /** The entry of an event; empty for one that moves no money. */
    Optional<ExportedEntry> read(RecordedEvent recorded) {
        topUps.note(recorded.event());
        return recorded.event().entry().map(entry -> entry(recorded, entry));
    }

    private ExportedEntry entry(RecordedEvent recorded, JournalEntry entry) {
        var facts = EntryFacts.of(recorded.event(), topUps::decided);
        var effective = facts.effective();
        var merchant = facts.merchant();
        return new ExportedEntry(
                ++number,
                recorded.position(),
                recorded.at(),
                days.dayOf(recorded.at()),
                effective,
                effective == null ? null : days.dayOf(effective),
                EventCatalog.nameOf(recorded.event().getClass()).name(),
                facts.popUp() == null ? "" : facts.popUp().text(),
                texts.reference(facts.wallet(), facts.reference()),
                merchant == null ? "" : merchant.text(),
                merchant == null ? "" : texts.name(merchant),
                entry.postings().stream().map(this::line).toList());
    }

    private Line line(Posting posting) {
        var money = posting.money();
        var signed = posting.side() == Side.DEBIT ? money.amount() : -money.amount();
        return new Line(accounts.of(posting.account()), signed, money.currency());
    }
}
