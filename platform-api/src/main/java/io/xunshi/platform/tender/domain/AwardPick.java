package io.xunshi.platform.tender.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer takes of one quote.
 *
 * @param quantity grams or pieces
 * @param reason why, where a cheaper quote is passed over
 */
public record AwardPick(UUID quote, long quantity, @Nullable String reason) {}
