package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * A demand (求购).
 *
 * @param code what people read aloud, <code>J…</code>
 * @param postedBy the member who posted it
 * @param version grows with every change, of state too
 */
public record Demand(
        UUID id,
        String code,
        OrganisationId buyer,
        AccountId postedBy,
        DemandState state,
        DemandTerms terms,
        Measure measure,
        long version,
        Instant postedAt) {

    /** When the demand ends by itself. */
    public Instant endsAt() {
        return Lot.endOf(terms.lastDay());
    }

    /** The same demand, for something else. */
    public Demand saying(DemandTerms other, Measure measuredBy) {
        return new Demand(id, code, buyer, postedBy, state, other, measuredBy, version, postedAt);
    }

    /**
     * Whether a lot answers it: enough of it, its quality, and a price that is not higher where both name one on the
     * same tax basis. The material is looked up before.
     */
    public boolean isAnsweredBy(Lot lot) {
        var offer = lot.terms();
        return offer.quantity() >= terms.leastQuantity()
                && terms.quality().entrySet().stream()
                        .allMatch(asked ->
                                asked.getValue().isMetBy(offer.quality().get(asked.getKey())))
                && isAffordable(offer);
    }

    private boolean isAffordable(LotTerms offer) {
        var most = terms.price();
        var asked = offer.price();
        return most == null || asked == null || offer.tax() != terms.tax() || asked.compareTo(most) <= 0;
    }
}
