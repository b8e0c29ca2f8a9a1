package io.microwallet.api.page;

import io.microwallet.api.page.session.LinkCookie;
import io.microwallet.api.page.session.OpenedLink;
import io.microwallet.api.page.web.PageAssets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a balance link, as a whole and in the parts that it asks for again. */
@Controller
final class BalancePage {
    private static final String NEWEST = "9223372036854775807";

    private final Doorkeeper door;
    private final WalletPages wallets;
    private final PageAssets assets;

    BalancePage(Doorkeeper door, WalletPages wallets, PageAssets assets) {
        this.door = door;
        this.wallets = wallets;
        this.assets = assets;
    }

    @GetMapping("/b/{link}")
    String page(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        var created = door.valid(link);
        model.addAttribute("assets", assets);
        model.addAttribute("link", LinkCookie.path(created.link()));
        return door.opened(created, request, response)
                .map(opened -> account(opened, request.getLocale(), model))
                .orElse("page/door");
    }

    private String account(OpenedLink opened, Locale locale, Model model) {
        wallets.fillFrame(opened, locale, model);
        wallets.fillBalance(opened, locale, model);
        wallets.fillCode(opened, model);
        wallets.fillActivity(opened, Long.MAX_VALUE, Long.MAX_VALUE, locale, model);
        return "page/account";
    }

    @GetMapping("/b/{link}/balance")
    String balance(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        wallets.fillBalance(door.requireOpened(link, request, response), request.getLocale(), model);
        return "page/parts :: balance";
    }

    @GetMapping("/b/{link}/code")
    String code(@PathVariable String link, HttpServletRequest request, HttpServletResponse response, Model model) {
        wallets.fillCode(door.requireOpened(link, request, response), model);
        return "page/parts :: code";
    }

    @GetMapping("/b/{link}/activity")
    String activity(
            @PathVariable String link,
            @RequestParam(defaultValue = NEWEST) long before,
            @RequestParam(defaultValue = NEWEST) long downTo,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var opened = door.requireOpened(link, request, response);
        wallets.fillActivity(opened, before, downTo, request.getLocale(), model);
        return "page/parts :: lines";
    }
}
