package io.xunshi.platform.tender.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderEvents.TenderFacts;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderState;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A tender.
 *
 * @param code what people read aloud, <code>E…</code>
 * @param draftedBy null where they were erased
 * @param published null before
 * @param opened null before the close
 * @param endReason what its buyer said who called it off; null otherwise
 * @param version grows with every change, of state too
 */
public record Tender(
        TenderId id,
        String code,
        OrganisationId buyer,
        @Nullable AccountId draftedBy,
        TenderState state,
        TenderTerms terms,
        Instant draftedAt,
        @Nullable Published published,
        @Nullable Opened opened,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        long version) {

    /** The same tender, asking for something else. */
    public Tender asking(TenderTerms other) {
        return new Tender(
                id, code, buyer, draftedBy, state, other, draftedAt, published, opened, endedAt, endReason, version);
    }

    /** Whether quotes are taken. */
    public boolean takesQuotesAt(Instant now) {
        return state == TenderState.PUBLISHED && now.isBefore(terms.closesAt());
    }

    /** Whether its buyer may decide. */
    public boolean isToBeDecidedAt(Instant now) {
        return state == TenderState.CLOSED && now.isBefore(terms.awardBy());
    }

    /** Whether somebody who acts for these organisations may see it. */
    public boolean isSeenBy(Collection<OrganisationId> organisations) {
        return organisations.contains(buyer)
                || published != null
                        && (terms.isForEverybody() || organisations.stream().anyMatch(terms.invited()::contains));
    }

    /** Whether it was called off or not decided though there were quotes. */
    public boolean leftSuppliersWithoutDecision() {
        return opened != null && opened.quotes() > 0 && (state == TenderState.LAPSED || state == TenderState.CANCELLED);
    }

    public TenderFacts facts() {
        return new TenderFacts(code, buyer, terms.lines().getFirst().materialCode(), terms.areaCode());
    }

    /** @param contentHash SHA-256 of {@link TenderText#of}, hexadecimal */
    public record Published(Instant at, String contentHash) {}

    /**
     * @param quotesHash SHA-256 of {@link TenderText#ofQuotes}, hexadecimal
     * @param quotes how many there were
     */
    public record Opened(String quotesHash, int quotes) {}
}
