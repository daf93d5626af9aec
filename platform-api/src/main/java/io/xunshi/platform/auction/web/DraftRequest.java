package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.domain.Ladder;
import io.xunshi.platform.auction.domain.LateBids;
import io.xunshi.platform.auction.domain.SalePlan;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.kernel.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an auction shall be held.
 *
 * @param format left out for an English one; each needs the fields that are named for it, and no others
 * @param startFen per tonne, or per piece of what is counted, as are all other prices
 * @param tickFen English and Yankee: every price is a multiple of it
 * @param reserveFen English and sealed: hidden until the close; left out where every price is enough
 * @param windowSeconds English: a bid so late before the end gives everybody so long to answer
 * @param extensionsMax English: left out without a limit
 * @param revealSeconds sealed: how long bids are opened after the end
 * @param dropFen Dutch: by how much the price falls
 * @param tickSeconds Dutch: how often
 * @param floorFen Dutch: no further than this
 * @param unit Dutch: the least that is taken; Yankee: what is sold together; grams or pieces
 * @param inspectionFrom left out where the goods can be looked at from now on
 */
record DraftRequest(
        @Nullable AuctionFormat format,
        @Min(1) long startFen,
        @Nullable @Min(1) Long tickFen,
        @Nullable Long reserveFen,
        @Nullable @Min(120) @Max(600) Integer windowSeconds,
        @Nullable @Min(0) @Max(1000) Integer extensionsMax,
        @Nullable @Min(1) @Max(86_400) Integer revealSeconds,
        @Nullable @Min(1) Long dropFen,
        @Nullable @Min(1) @Max(3_600) Integer tickSeconds,
        @Nullable @Min(1) Long floorFen,
        @Nullable @Min(1) Long unit,
        @Min(1) long depositFen,
        @Nullable Instant inspectionFrom,
        @NotNull Instant opensAt,
        @NotNull Instant endsAt) {

    SalePlan plan(Instant now) {
        return new SalePlan(
                way(),
                reserveFen,
                Money.fen(depositFen),
                Objects.requireNonNullElse(inspectionFrom, now),
                opensAt,
                endsAt);
    }

    /** What is left out is nothing, which no terms are possible with. */
    private Way way() {
        return switch (format == null ? AuctionFormat.ENGLISH : format) {
            case ENGLISH -> new Way.English(startFen, orNothing(tickFen), Ladder.DEFAULT, lateBids());
            case SEALED -> new Way.Sealed(startFen, seconds(revealSeconds));
            case DUTCH ->
                new Way.Dutch(startFen, orNothing(dropFen), seconds(tickSeconds), orNothing(floorFen), orNothing(unit));
            case YANKEE -> new Way.Yankee(startFen, orNothing(tickFen), orNothing(unit));
        };
    }

    private LateBids lateBids() {
        var window = windowSeconds == null ? LateBids.DEFAULT.window() : Duration.ofSeconds(windowSeconds);
        return new LateBids(window, extensionsMax);
    }

    private static long orNothing(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static Duration seconds(@Nullable Integer value) {
        return Duration.ofSeconds(value == null ? 0 : value);
    }
}
