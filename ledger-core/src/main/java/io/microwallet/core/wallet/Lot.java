package io.microwallet.core.wallet;

import io.microwallet.core.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is left, spendable, of one top-up or one grant; {@code expires} is null for cash. */
public record Lot(LotId id, LotKind kind, Money left, Instant since, @Nullable Instant expires) {}
