package io.microwallet.api.page;

import io.microwallet.api.page.receipt.Receipt;
import io.microwallet.api.page.receipt.ReceiptKey;
import io.microwallet.api.page.receipt.ReceiptView;
import io.microwallet.api.page.receipt.Receipts;
import io.microwallet.api.page.session.LinkCookie;
import io.microwallet.api.page.session.OpenedLink;
import io.microwallet.api.page.web.PageAssets;
import io.microwallet.api.page.web.PageRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of one purchase, for whoever has opened a link of its wallet: to look at, and signed, to keep. */
@Controller
final class ReceiptPage {
    private static final MediaType JOSE = new MediaType("application", "jose");

    private final Doorkeeper door;
    private final WalletPages wallets;
    private final Receipts receipts;
    private final ReceiptKey key;
    private final PageAssets assets;

    ReceiptPage(Doorkeeper door, WalletPages wallets, Receipts receipts, ReceiptKey key, PageAssets assets) {
        this.door = door;
        this.wallets = wallets;
        this.receipts = receipts;
        this.key = key;
        this.assets = assets;
    }

    @GetMapping("/b/{link}/receipts/{purchase}")
    String receipt(
            @PathVariable String link,
            @PathVariable String purchase,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var opened = door.requireOpened(link, request, response);
        var receipt = find(opened, purchase);
        wallets.fillFrame(opened, request.getLocale(), model);
        model.addAttribute("assets", assets);
        model.addAttribute("link", LinkCookie.path(opened.created().link()));
        model.addAttribute("receipt", ReceiptView.of(receipt, wallets.wording(opened, request.getLocale())));
        return "page/receipt";
    }

    @GetMapping("/b/{link}/receipts/{purchase}.jws")
    ResponseEntity<String> signed(
            @PathVariable String link,
            @PathVariable String purchase,
            HttpServletRequest request,
            HttpServletResponse response) {
        var receipt = find(door.requireOpened(link, request, response), purchase);
        var file = "receipt-" + receipt.purchase().text() + ".jws";
        return ResponseEntity.ok()
                .contentType(JOSE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(key.sign(receipt));
    }

    private Receipt find(OpenedLink opened, String purchase) {
        return receipts.find(opened.created().wallet(), purchase).orElseThrow(PageRefusal.RECEIPT_UNKNOWN::exception);
    }
}
