package io.xunshi.platform.pricing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sides, and maybe an umpire (仲裁), read for one attribute. Values are hundredths of the attribute's unit; of a
 * percentage these are basis points.
 *
 * @param splittingLimit readings no further apart than this are split
 * @param seller null where the seller has not read
 */
public record Assay(
        String attribute,
        long splittingLimit,
        @Nullable Long seller,
        @Nullable Long buyer,
        @Nullable Long umpire) {

    public Assay {
        if (splittingLimit < 0) {
            throw new IllegalArgumentException("No splitting limit: " + splittingLimit);
        }
    }

    /** What counts of it. */
    public Outcome outcome() {
        if (seller == null) {
            return buyer == null ? new Missing() : new Alone(buyer);
        }
        if (buyer == null) {
            return new Alone(seller);
        }
        if (Math.abs(seller - buyer) <= splittingLimit) {
            return new Agreed(mean(seller, buyer));
        }
        return umpire == null ? new Disputed(mean(seller, buyer)) : umpired(seller, buyer, umpire);
    }

    private static Umpired umpired(long seller, long buyer, long umpire) {
        var inside = umpire >= Math.min(seller, buyer) && umpire <= Math.max(seller, buyer);
        var toSeller = Math.abs(umpire - seller);
        var toBuyer = Math.abs(umpire - buyer);
        var value = inside ? umpire : toSeller < toBuyer ? seller : buyer;
        var loser = toSeller == toBuyer ? null : toSeller < toBuyer ? Side.BUYER : Side.SELLER;
        return new Umpired(value, loser);
    }

    /** A printed value, so it is rounded; half-even. */
    private static long mean(long one, long other) {
        return Ratio.of(one).plus(Ratio.of(other)).dividedBy(Ratio.of(2)).rounded();
    }

    /** How the readings were settled. */
    public sealed interface Outcome {}

    public record Missing() implements Outcome {}

    /** One side's reading, to which the other has said nothing yet. */
    public record Alone(long value) implements Outcome {}

    public record Agreed(long value) implements Outcome {}

    /** @param standIn the mean, until the umpire has read */
    public record Disputed(long standIn) implements Outcome {}

    /** @param loser who bears the umpire's costs: the side further off; null where both share them */
    public record Umpired(long value, @Nullable Side loser) implements Outcome {}

    /**
     * All readings of a load.
     *
     * @param readings each attribute at most once
     * @param rejects what was found that no load may hold
     */
    public record Report(List<Assay> readings, Set<HardReject> rejects) {
        public Report {
            if (readings.stream().map(Assay::attribute).distinct().count() < readings.size()) {
                throw new IllegalArgumentException("Each attribute at most once");
            }
            readings = List.copyOf(readings);
            rejects = Set.copyOf(rejects);
        }

        /** What counts, by attribute; a reading in dispute by its stand-in. */
        public Map<String, Long> values() {
            return new AssayValues(new TreeMap<>(), new Sheet()).settled(this).byAttribute();
        }
    }

    /** What a buyer may refuse at once, whatever the price. */
    public enum HardReject {
        /** 放射性超标: above the limit of the policy. */
        RADIATION,
        /** 密闭容器. */
        SEALED_CONTAINER,
        /** 废纸中的禁物. */
        PROHIBITED_ITEM,
        /** 爆炸物. */
        EXPLOSIVE,
        /** 未申报的危险废物. */
        UNDECLARED_HAZARDOUS_WASTE
    }
}
