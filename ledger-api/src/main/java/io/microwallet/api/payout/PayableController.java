package io.microwallet.api.payout;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.core.books.Books;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.merchant.MerchantId;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Finance reads what a merchant is owed. */
@RestController
@Tag(name = "Payouts")
final class PayableController {
    private final Books books;
    private final Payables payables;

    PayableController(Books books, Payables payables) {
        this.books = books;
        this.payables = payables;
    }

    /** What the books owe a merchant, what is on its way to it, and what it owes after late refunds. */
    @GetMapping(path = "/v1/merchants/{id}/payable", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Scope.FINANCE, Scope.ADMIN})
    Payables.View readPayable(Caller caller, @PathVariable String id) {
        return switch (books.read(Ids.parse(id, MerchantId::parse, "m_")).within(caller.ledger())) {
            case Merchant.Unborn _ -> throw Absences.exception(Absence.MERCHANT_NOT_FOUND);
            case Merchant.Trading merchant -> payables.view(caller.ledger(), merchant.id());
        };
    }
}
