package io.xunshi.platform.order.web;

import io.xunshi.platform.order.domain.TradeRecord;
import io.xunshi.platform.order.usecase.FindReviews.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as everybody may know them; the numbers are of the last year.
 *
 * @param promised sales that a buyer paid for
 * @param broken those of them that the seller called off or let lapse
 * @param objections how often a buyer contradicted a handover
 * @param disputesWon disputes that were decided wholly for them
 * @param disputesLost disputes that were decided wholly against them
 * @param typicalHandoverHours the median time from the payment to the handover, rounded up to at least 1; null without
 *     a sale
 * @param ratingHundredths the mean rating times a hundred; null without a review
 */
record ProfileResponse(
        UUID id,
        String displayName,
        boolean realNameVerified,
        Instant memberSince,
        long sold,
        long bought,
        long promised,
        long broken,
        long objections,
        long disputesWon,
        long disputesLost,
        @Nullable Long typicalHandoverHours,
        long reviews,
        @Nullable Integer ratingHundredths) {

    static ProfileResponse of(Profile profile) {
        var account = profile.account();
        var trades = profile.trades();
        return new ProfileResponse(
                account.id().value(),
                account.displayName(),
                account.realNameVerified(),
                account.createdAt(),
                trades.sold(),
                trades.bought(),
                trades.promised(),
                trades.broken(),
                trades.objections(),
                trades.disputesWon(),
                trades.disputesLost(),
                hours(trades),
                trades.reviews(),
                trades.ratingHundredths());
    }

    private static @Nullable Long hours(TradeRecord trades) {
        return Optional.ofNullable(trades.typicalHandover())
                .map(time ->
                        Math.max(1, time.plus(Duration.ofHours(1)).minusNanos(1).toHours()))
                .orElse(null);
    }
}
