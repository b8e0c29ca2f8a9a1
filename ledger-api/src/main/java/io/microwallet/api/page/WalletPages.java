package io.microwallet.api.page;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.page.code.QrPicture;
import io.microwallet.api.page.session.LinkCookie;
import io.microwallet.api.page.session.OpenedLink;
import io.microwallet.api.page.view.Activities;
import io.microwallet.api.page.view.Balances;
import io.microwallet.api.page.view.LedgerTexts;
import io.microwallet.api.page.view.Wording;
import io.microwallet.api.page.web.PageRefusal;
import io.microwallet.core.books.Books;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.ledger.Mode;
import java.util.Locale;
import org.springframework.ui.Model;

/** Fills the parts of an opened page with what the books say now. */
final class WalletPages {
    private final Books books;
    private final LedgerTexts texts;
    private final Balances balances;
    private final Activities activities;
    private final MemberCodes codes;

    WalletPages(Books books, LedgerTexts texts, Balances balances, Activities activities, MemberCodes codes) {
        this.books = books;
        this.texts = texts;
        this.balances = balances;
        this.activities = activities;
        this.codes = codes;
    }

    void fillFrame(OpenedLink opened, Locale locale, Model model) {
        var ledger = ledger(opened);
        var expires = opened.created().expires();
        model.addAttribute("opened", true);
        model.addAttribute("position", books.open().position());
        model.addAttribute("brand", texts.name(ledger).orElse(null));
        model.addAttribute("sandbox", ledger.mode() == Mode.SANDBOX);
        model.addAttribute("expires", wording(ledger, locale).moment(expires));
        model.addAttribute("expiresAt", expires.toString());
    }

    void fillBalance(OpenedLink opened, Locale locale, Model model) {
        var balance = balances.of(opened.created().wallet(), wording(opened, locale))
                .orElseThrow(PageRefusal.LINK_ENDED::exception);
        model.addAttribute("balance", balance);
    }

    void fillCode(OpenedLink opened, Model model) {
        var link = opened.created();
        var code = codes.issue(link.ledger(), link.wallet(), link.link());
        model.addAttribute("code", code);
        model.addAttribute("qr", QrPicture.of(code.text()));
    }

    void fillActivity(OpenedLink opened, long before, long downTo, Locale locale, Model model) {
        var wording = wording(opened, locale);
        model.addAttribute("link", LinkCookie.path(opened.created().link()));
        model.addAttribute("activity", activities.before(opened.created().wallet(), before, downTo, wording));
        model.addAttribute("older", before != Long.MAX_VALUE);
    }

    Wording wording(OpenedLink opened, Locale locale) {
        return wording(ledger(opened), locale);
    }

    private static Wording wording(Ledger.Created ledger, Locale locale) {
        return new Wording(locale, ledger.zone());
    }

    private Ledger.Created ledger(OpenedLink opened) {
        return switch (books.read(opened.created().ledger())) {
            case Ledger.Created ledger -> ledger;
            case Ledger.Unborn _ -> throw new IllegalStateException("a link of no ledger: " + opened);
        };
    }
}
