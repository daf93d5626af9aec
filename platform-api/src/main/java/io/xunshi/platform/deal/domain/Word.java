package io.xunshi.platform.deal.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One word of a negotiation.
 *
 * @param number counts from 1
 * @param said by this member; null where a person was erased
 * @param quantity grams or pieces
 * @param price for a tonne or a piece, on the lot's tax basis
 */
public record Word(int number, Party by, @Nullable AccountId said, long quantity, Money price, Instant at) {}
