package io.microwallet.api.topup.worker;

import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.CardProcessor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The card processors of this deployment, by code. */
public final class CardProcessors {
    private final Map<ProcessorId, CardProcessor> processors;

    /** @throws IllegalStateException if two have one code */
    public CardProcessors(List<CardProcessor> processors) {
        this.processors =
                processors.stream().collect(Collectors.toUnmodifiableMap(CardProcessor::id, Function.identity()));
    }

    public Optional<CardProcessor> find(ProcessorId id) {
        return Optional.ofNullable(processors.get(id));
    }

    /** The modes of ledgers that a processor serves; none for one that this deployment does not have. */
    public Set<Mode> modesOf(ProcessorId id) {
        var modes = EnumSet.noneOf(Mode.class);
        find(id).ifPresent(processor ->
                Arrays.stream(Mode.values()).filter(processor::accepts).forEach(modes::add));
        return modes;
    }
}
