package io.microwallet.api.wallet;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to open a wallet; all of it is optional. */
@Schema(name = "WalletRequest")
public record WalletBody(
        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The client's own number for it, to find it again")
        @Nullable
        String reference,

        @Schema(maxLength = 200, description = "How to reach the member; readable until the member is erased") @Nullable
        String contact) {

    /** The code that a member shows. */
    @Schema(name = "CodeRequest")
    public record Code(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The 8 characters under the QR code")
            @Nullable
            String code) {}
}
