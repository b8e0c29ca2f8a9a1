package io.microwallet.core.topup;

import io.microwallet.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a processor tells of a charge that a cardholder disputes.
 *
 * @param key of the charge
 * @param dispute the processor's own name of the dispute
 * @param amount what is taken back
 * @param fee what the processor takes for it, if anything
 * @param won what came back; null as long as the dispute is not won
 */
public record DisputeNotice(
        TopUpId key,
        ProcessorReference dispute,
        Money amount,
        @Nullable Money fee,
        @Nullable Money won) implements ProcessorNotice {}
