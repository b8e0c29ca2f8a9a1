package io.microwallet.api.hold;

import io.microwallet.api.http.json.Fields;
import io.microwallet.core.hold.HoldCommand.Rest;
import io.microwallet.core.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a capture, once every field of it is as it should be; without one, all that is held is captured. */
record CaptureOrder(@Nullable Money amount, Rest rest, Optional<String> reference) {
    static CaptureOrder of(@Nullable CaptureBody asked) {
        var body = asked == null ? new CaptureBody(null, null, null) : asked;
        var amount = body.amount() == null ? null : Fields.amount("/amount", body.amount());
        var isFinal = body.isFinal() == null ? amount == null : body.isFinal();
        return new CaptureOrder(
                amount, isFinal ? Rest.LET_GO : Rest.KEPT, Fields.reference("/reference", body.reference()));
    }
}
