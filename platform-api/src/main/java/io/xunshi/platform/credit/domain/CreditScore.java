package io.xunshi.platform.credit.domain;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * A score at one instant. A pure function of deeds and the instant in whole numbers: whoever computes it again gets the
 * same. What is not said to be otherwise is rounded down.
 *
 * <p>A deed weighs {@value #RECENT} for half a year, {@value #EARLIER} for another half, and then nothing. Promises and
 * reviews begin with an assumed past that is decent and not excellent: one bad day of a newcomer is not the end, and
 * one good day is not a record.
 *
 * @param points of each part, from 0 to its most
 */
public record CreditScore(Map<CreditPart, Integer> points) {
    /** How long a deed counts. */
    public static final Duration MEMORY = Duration.ofDays(365);

    /** Which formula this is; another one gets another number and a page that says what changed. */
    public static final int FORMULA = 1;

    private static final Duration FRESH = Duration.ofDays(182);
    private static final int RECENT = 2;
    private static final int EARLIER = 1;

    private static final int ASSUMED_KEPT = 16;
    private static final int ASSUMED_PROMISES = 20;
    private static final int ASSUMED_REVIEWS = 10;
    private static final int ASSUMED_RATING = 4;
    private static final int RATING_LEAST = 1;
    private static final int RATING_SPAN = 4;
    private static final int POINTS_A_PARTNER = 10;
    private static final int POINTS_A_LOST_DISPUTE = 25;

    public CreditScore {
        points = Map.copyOf(points);
    }

    /** @param deeds those that count, in any order; later ones than the instant and forgotten ones weigh nothing */
    public static CreditScore of(boolean nameIsVerified, Collection<Conduct> deeds, Instant at) {
        var points = new EnumMap<CreditPart, Integer>(CreditPart.class);
        points.put(CreditPart.IDENTITY, nameIsVerified ? CreditPart.IDENTITY.most() : 0);
        points.put(CreditPart.PROMISES, promises(deeds, at));
        points.put(CreditPart.PARTNERS, partners(deeds, at));
        points.put(CreditPart.REVIEWS, reviews(deeds, at));
        points.put(CreditPart.DISPUTES, disputes(deeds, at));
        return new CreditScore(points);
    }

    public int total() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    public static int mostOfAll() {
        var most = 0;
        for (var part : CreditPart.values()) {
            most += part.most();
        }
        return most;
    }

    /** 2 for a fresh deed, 1 for an earlier one, 0 for one that is forgotten or has not happened yet. */
    static int weightOf(Conduct deed, Instant at) {
        var age = Duration.between(deed.at(), at);
        if (age.isNegative() || age.compareTo(MEMORY) >= 0) {
            return 0;
        }
        return age.compareTo(FRESH) < 0 ? RECENT : EARLIER;
    }

    /** How much worse than one promise kept is good; 0 for what is no matter of promises. */
    private static int severityOf(Deed deed) {
        return switch (deed) {
            case LEFT_UNPAID -> 1;
            case NOT_FETCHED, RETURNED_LATE -> 2;
            case BROKEN -> 3;
            case NEVER_RETURNED -> 10;
            case KEPT, DISPUTE_LOST, RATED -> 0;
        };
    }

    private static int promises(Collection<Conduct> deeds, Instant at) {
        var kept = ASSUMED_KEPT;
        var all = ASSUMED_PROMISES;
        for (var deed : deeds) {
            var weight = weightOf(deed, at);
            var isKept = deed.deed() == Deed.KEPT;
            kept += isKept ? weight : 0;
            all += (isKept ? 1 : severityOf(deed.deed())) * weight;
        }
        return CreditPart.PROMISES.most() * kept / all;
    }

    private static int partners(Collection<Conduct> deeds, Instant at) {
        var partners = deeds.stream()
                .filter(deed -> deed.deed() == Deed.KEPT && weightOf(deed, at) > 0)
                .map(Conduct::counterparty)
                .distinct()
                .count();
        return (int) Math.min(CreditPart.PARTNERS.most(), POINTS_A_PARTNER * partners);
    }

    private static int reviews(Collection<Conduct> deeds, Instant at) {
        var sum = ASSUMED_REVIEWS * (ASSUMED_RATING - RATING_LEAST);
        var all = ASSUMED_REVIEWS;
        for (var deed : deeds) {
            var rating = deed.rating();
            if (rating != null) {
                var weight = weightOf(deed, at);
                sum += weight * (rating - RATING_LEAST);
                all += weight;
            }
        }
        return CreditPart.REVIEWS.most() * sum / (RATING_SPAN * all);
    }

    private static int disputes(Collection<Conduct> deeds, Instant at) {
        var lost = deeds.stream()
                .filter(deed -> deed.deed() == Deed.DISPUTE_LOST)
                .mapToInt(deed -> weightOf(deed, at))
                .sum();
        return Math.max(0, CreditPart.DISPUTES.most() - POINTS_A_LOST_DISPUTE * lost);
    }
}
