package io.microwallet.core.chargeback;

import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.id.Crockford;
import io.microwallet.core.id.DerivedUuid;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.topup.ProcessorReference;
import java.util.UUID;

/** Names one chargeback. It follows from the processor's own name of the dispute, so that one told twice is one. */
public record ChargebackId(UUID value) implements EntityId<Chargeback> {
    public static final String PREFIX = "cb";

    /** The id of a processor's dispute in a ledger. */
    public static ChargebackId of(LedgerId ledger, ProcessorId processor, ProcessorReference dispute) {
        return new ChargebackId(DerivedUuid.of("chargeback", ledger.text(), processor.value(), dispute.value()));
    }

    /** The id that a text names. @throws IllegalArgumentException unless it is {@code cb_} and 26 digits */
    public static ChargebackId parse(String text) {
        return new ChargebackId(Crockford.decode(PREFIX, text));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Tag tag() {
        return new Tag(Tag.Kind.CHARGEBACK, value);
    }

    @Override
    public Chargeback unborn() {
        return new Chargeback.Unborn();
    }

    @Override
    public String toString() {
        return text();
    }
}
