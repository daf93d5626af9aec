package io.xunshi.platform.pricing;

import io.xunshi.platform.kernel.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a weighbridge says of one load (磅单). Weights are grams; a weighbridge shows kilograms.
 *
 * @param scale whose scale it was
 * @param deviceId of the weighbridge
 * @param certificateValidTo last day of its calibration certificate (检定证书)
 * @param plate of the vehicle, as it was read
 * @param tareOverridden somebody who may do so has vouched for a tare that is unlike the earlier ones
 */
public record WeighTicket(
        Scale scale,
        String deviceId,
        LocalDate certificateValidTo,
        String plate,
        long grossGrams,
        Instant grossAt,
        long tareGrams,
        Instant tareAt,
        boolean tareOverridden) {
    /** Ten million tonnes, the most that a deal can be about. */
    public static final long MAX_GRAMS = 10_000_000_000_000L;

    public WeighTicket {
        if (grossGrams < 0 || tareGrams < 0 || grossGrams > MAX_GRAMS || tareGrams > MAX_GRAMS) {
            throw new IllegalArgumentException("No weights: " + grossGrams + ", " + tareGrams);
        }
    }

    /** Below zero where the ticket is wrong. */
    public long netGrams() {
        return grossGrams - tareGrams;
    }

    /**
     * What makes the ticket doubtful.
     *
     * @param earlierTaresGrams of the same plate, newest first; only the first ten count
     */
    public List<TicketFinding> findings(Policy policy, List<Long> earlierTaresGrams) {
        var findings = new ArrayList<TicketFinding>();
        if (tareGrams > grossGrams) {
            findings.add(new TicketFinding.TareOverGross(tareGrams - grossGrams));
        }
        if (tareGrams == grossGrams) {
            findings.add(new TicketFinding.NothingWeighed());
        }
        var apart = Duration.between(tareAt, grossAt).abs();
        if (apart.compareTo(policy.tareAge()) > 0) {
            findings.add(new TicketFinding.StaleTare(apart));
        }
        var later = grossAt.isAfter(tareAt) ? grossAt : tareAt;
        if (LocalDate.ofInstant(later, CityTime.ZONE).isAfter(certificateValidTo)) {
            findings.add(new TicketFinding.CertificateExpired(certificateValidTo));
        }
        var drift = tareOverridden ? null : drift(policy, earlierTaresGrams);
        if (drift != null) {
            findings.add(drift);
        }
        return List.copyOf(findings);
    }

    private TicketFinding.@Nullable TareDrift drift(Policy policy, List<Long> earlierTaresGrams) {
        var tares =
                earlierTaresGrams.stream().limit(Policy.TARES_COMPARED).sorted().toList();
        if (tares.isEmpty()) {
            return null;
        }
        var middle = tares.size() / 2;
        // Twice the median is whole where the median of an even number is not.
        var twice = tares.get(middle) + tares.get((tares.size() - 1) / 2);
        var difference = Ratio.of(tareGrams).minus(Ratio.of(twice, 2));
        var limit =
                Ratio.of(twice, 2).times(Ratio.basisPoints(policy.driftBp())).atLeast(Ratio.of(policy.driftGrams()));
        var size = difference.atLeast(Ratio.ZERO.minus(difference));
        return size.compareTo(limit) > 0
                ? new TicketFinding.TareDrift(Ratio.of(twice, 2).rounded(), difference.rounded())
                : null;
    }

    /** Whose scale. */
    public enum Scale {
        SELLER,
        BUYER,
        /** 第三方复磅. */
        THIRD
    }

    /**
     * From when on a ticket is doubtful.
     *
     * @param tareAge how far apart the two weighings may be
     * @param driftGrams how far a tare may be from the median of the earlier ones
     * @param driftBp the same as a share of that median; the larger of the two limits counts
     */
    public record Policy(Duration tareAge, long driftGrams, int driftBp) {
        /** A day; 60 kg or one per cent. */
        public static final Policy USUAL = new Policy(Duration.ofHours(24), 60_000, 100);

        static final int TARES_COMPARED = 10;
    }
}
