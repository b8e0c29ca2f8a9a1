package io.microwallet.core.settlement;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.DerivedUuid;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.topup.ProcessorReference;
import java.util.UUID;

/** Names one payout of a processor to us. It follows from the processor's own name of it, so that one told twice is one. */
public record ProcessorPayoutId(UUID value) implements EntityId<ProcessorPayout> {
    public static final String PREFIX = "pp";

    /** The id of a processor's payout in a ledger. */
    public static ProcessorPayoutId of(LedgerId ledger, ProcessorId processor, ProcessorReference reference) {
        return new ProcessorPayoutId(
                DerivedUuid.of("processor-payout", ledger.text(), processor.value(), reference.value()));
    }

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code pp_} and 26 digits */
    public static ProcessorPayoutId parse(String text) {
        return new ProcessorPayoutId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.PROCESSOR_PAYOUT, value);
    }

    @Override
    public ProcessorPayout unborn() {
        return new ProcessorPayout.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
