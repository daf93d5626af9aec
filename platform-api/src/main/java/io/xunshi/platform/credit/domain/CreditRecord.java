package io.xunshi.platform.credit.domain;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.Deed;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that a person's score is made of, each deed with whether it counts.
 *
 * @param deeds newest first
 */
public record CreditRecord(boolean nameIsVerified, List<StandingDeed> deeds) {
    /** How often good deeds to one and the same person count, trades and words each. */
    static final int SAME_PERSON_MOST = 2;

    public CreditRecord {
        deeds = List.copyOf(deeds);
    }

    /**
     * Finds out what counts. A granted appeal makes a bad deed count for nothing and one that was left out count again.
     */
    public static CreditRecord of(
            AccountId person, boolean nameIsVerified, Collection<Conduct> conduct, Doubts doubts) {
        var seen = new HashMap<SamePerson, Integer>();
        var deeds = new ArrayList<StandingDeed>();
        // The first ones count: later ones must not push out what others already saw.
        for (var deed :
                conduct.stream().sorted(Comparator.comparing(Conduct::at)).toList()) {
            var id = deed.idOf(person);
            var standing = standingOf(deed, doubts, doubts.granted().contains(id), seen);
            deeds.add(new StandingDeed(id, deed, standing));
        }
        return new CreditRecord(nameIsVerified, deeds.reversed());
    }

    public CreditScore scoreAt(Instant at) {
        return CreditScore.of(nameIsVerified, counted(), at);
    }

    public CreditLevel levelAt(Instant at) {
        var remembered = counted().stream()
                .filter(deed -> CreditScore.weightOf(deed, at) > 0)
                .count();
        return CreditLevel.of(scoreAt(at).total(), remembered);
    }

    /** How many points a deed that counts adds or takes: the score with it, less the score without it. */
    public int effectOf(StandingDeed one, Instant at) {
        if (!one.standing().counts()) {
            return 0;
        }
        var others = counted().stream().filter(deed -> deed != one.conduct()).toList();
        return scoreAt(at).total() - CreditScore.of(nameIsVerified, others, at).total();
    }

    private List<Conduct> counted() {
        return deeds.stream()
                .filter(deed -> deed.standing().counts())
                .map(StandingDeed::conduct)
                .toList();
    }

    private static Standing standingOf(Conduct deed, Doubts doubts, boolean isGranted, Map<SamePerson, Integer> seen) {
        if (!speaksFor(deed)) {
            return isGranted ? Standing.APPEALED : Standing.COUNTS;
        }
        if (doubts.sharing().contains(deed.counterparty()) && !isGranted) {
            return Standing.SHARED_BROWSER;
        }
        if (doubts.ring().contains(deed.counterparty()) && !isGranted) {
            return Standing.RING;
        }
        var times = seen.merge(new SamePerson(deed.counterparty(), deed.deed()), 1, Integer::sum);
        return times <= SAME_PERSON_MOST ? Standing.COUNTS : Standing.SAME_PERSON_AGAIN;
    }

    /** Bad deeds count whoever they were done to; only good ones are worth faking. */
    private static boolean speaksFor(Conduct deed) {
        return deed.deed() == Deed.KEPT || deed.deed() == Deed.RATED;
    }

    /**
     * What is known against deeds, and what officers said about them.
     *
     * @param sharing accounts that were used in a browser of the person's
     * @param ring accounts that the person trades with in a ring
     * @param granted ids of deeds
     */
    public record Doubts(Set<AccountId> sharing, Set<AccountId> ring, Set<UUID> granted) {
        public Doubts {
            sharing = Set.copyOf(sharing);
            ring = Set.copyOf(ring);
            granted = Set.copyOf(granted);
        }
    }

    private record SamePerson(AccountId person, Deed deed) {}

    /** @param id see {@link Conduct#idOf} */
    public record StandingDeed(UUID id, Conduct conduct, Standing standing) {}
}
