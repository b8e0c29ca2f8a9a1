package io.microwallet.api.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to make a member. */
@Schema(name = "MembershipRequest")
public record MembershipBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String plan,

        @Schema(pattern = "[A-Za-z0-9._:-]{1,64}", description = "The till's order number") @Nullable
        String reference) {}
