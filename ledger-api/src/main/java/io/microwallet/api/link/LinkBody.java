package io.microwallet.api.link;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a checkout client sends to give a member a link to their balance. */
@Schema(name = "BalanceLinkRequest")
public record LinkBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "This client's token for the wallet")
        @Nullable
        String wallet,

        @Schema(minimum = "60", maximum = "31622400", description = "30 days where it is left out") @Nullable
        Long expiresInSeconds) {}
