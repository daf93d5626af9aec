package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a detector found, with all that it takes to see why.
 *
 * @param subject what it is about: a material, a vehicle's plate, a scale
 * @param key the same whenever the same is found again
 * @param score in the detector's own unit
 * @param threshold from which on it is an alert
 * @param figures the parts of the score, and what they were reckoned from
 * @param organisations concerned, without repetition
 * @param evidence the facts, in the order in which they happened
 */
public record Finding(
        Detector detector,
        Severity severity,
        String subject,
        String key,
        double score,
        double threshold,
        List<Figure> figures,
        List<OrganisationId> organisations,
        List<Evidence> evidence) {

    public Finding {
        figures = List.copyOf(figures);
        organisations = List.copyOf(organisations);
        evidence = List.copyOf(evidence);
    }

    /**
     * SHA-256 over the evidence in its order, all of each fact; hexadecimal. Who has noted it elsewhere can tell
     * whether the evidence is still the same.
     */
    public String evidenceHash() {
        return Sha256.of(evidence.stream().map(Evidence::line).collect(Collectors.joining("\n")));
    }

    static String keyOf(Object... parts) {
        return Sha256.of(List.of(parts).stream().map(Object::toString).collect(Collectors.joining("|")));
    }

    /** A number of an alert; shares are of one. */
    public record Figure(Name name, double value) {

        /** What it is. */
        public enum Name {
            UNDER_ONE_CONTROL,
            SHARED_PEOPLE,
            SHARED_BROWSERS,
            WINDOW_DAYS,
            MEMBERS,
            TRADES,
            /** Grams or pieces that went round. */
            TRADED_QUANTITY,
            /** The largest difference between what a member sold and bought, as a share of the larger of the two. */
            WORST_NET_SHARE,
            TICKETS,
            SAME_TICKETS,
            GROSS_GRAMS,
            /** At most, that chance alone does this. */
            CHANCE,
            DIVISION_GRAMS,
            CHI_SQUARE,
            /** 0 to 9. */
            MOST_FREQUENT_DIGIT,
            MOST_FREQUENT_DIGIT_TICKETS,
            TREND_Z,
            TARE_BEFORE_GRAMS,
            TARE_AFTER_GRAMS,
            /** Fen for a tonne, as the next two. */
            PRICE,
            MEDIAN_PRICE,
            MEDIAN_DEVIATION,
            PRICES,
            ROBUST_Z,
            AUCTIONS,
            WINS,
            SELLER_AFFINITY,
            BID_FREQUENCY,
            LOSS_SHARE,
            QUICKNESS,
            SMALL_STEPS,
            EARLY_STOP
        }
    }

    /**
     * A fact that an alert rests on.
     *
     * @param from who sold, weighed or bid; null where nobody did
     * @param to who bought; null where nobody did
     * @param value grams, pieces, fen for a tonne or a count, whatever the detector looks at
     */
    public record Evidence(
            UUID trade,
            String code,
            Instant at,
            String hash,
            @Nullable OrganisationId from,
            @Nullable OrganisationId to,
            long value) {

        static Evidence of(Fact fact, @Nullable OrganisationId from, @Nullable OrganisationId to, long value) {
            return new Evidence(fact.trade(), fact.code(), fact.at(), fact.hash(), from, to, value);
        }

        private String line() {
            return "%s %s %s %s %s %s %d".formatted(trade, code, at, hash, named(from), named(to), value);
        }

        private static String named(@Nullable OrganisationId side) {
            return side == null ? "-" : side.toString();
        }
    }
}
