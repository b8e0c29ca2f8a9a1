package io.microwallet.api.export;

import io.microwallet.api.entry.OpenTopUps;
import io.microwallet.api.export.format.ExportHead;
import io.microwallet.api.export.span.ExportSpan;
import io.microwallet.api.export.span.LedgerDays;
import io.microwallet.api.export.span.Survey;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.books.Reading;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.vault.SealedTexts;
import io.microwallet.vault.WalletTokens;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins exports: fixes the positions, finds the span, and opens what it is written with. */
@Component
final class JournalExports {
    private final Books books;
    private final SealedTexts texts;
    private final WalletTokens tokens;

    JournalExports(Books books, SealedTexts texts, WalletTokens tokens) {
        this.books = books;
        this.texts = texts;
        this.tokens = tokens;
    }

    JournalExport begin(Caller caller, ExportQuery query) {
        var ledger = ledger(caller.ledger());
        var reading = books.open();
        var days = new LedgerDays(ledger.zone());
        var span = new ExportSpan(days, query.from(), query.to(), query.positionMax(reading.position()));
        var survey = Survey.of(reading, ledger.id(), span);
        var names = new AccountNames(tokens, caller.client(), caller.tokenVersion());
        var open = new ExportTexts(books, texts, ledger.id());
        var entries = new EntryReader(days, names, open, new OpenTopUps(books), survey.entriesBefore());
        return new JournalExport(reading, survey, head(caller, ledger, open, span, survey, reading), names, entries);
    }

    private static ExportHead head(
            Caller caller, Ledger.Created ledger, ExportTexts texts, ExportSpan span, Survey survey, Reading reading) {
        return new ExportHead(
                ledger,
                texts.name(ledger),
                span.from(),
                span.to(),
                survey.first(),
                survey.last(),
                survey.last() < 0 ? "" : reading.chain(survey.last()),
                caller.client(),
                caller.tokenVersion(),
                List.copyOf(survey.currencies()));
    }

    private Ledger.Created ledger(LedgerId id) {
        return switch (books.read(id)) {
            case Ledger.Created it -> it;
            case Ledger.Unborn _ -> throw Absences.exception(Absence.LEDGER_NOT_FOUND);
        };
    }
}
