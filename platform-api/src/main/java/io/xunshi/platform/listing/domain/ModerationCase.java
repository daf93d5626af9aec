package io.xunshi.platform.listing.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to a moderator (审核单): may this be offered as it is said?
 *
 * @param version the listing's when the case was opened
 * @param proposal what an {@link Kind#EDIT} would say; null for a publication, which is about the listing as it stands
 * @param rules the versions of rules that sent it here
 * @param appeal null unless its owner contradicts an earlier decision
 * @param decision null while it is open
 */
public record ModerationCase(
        UUID id,
        ListingId listing,
        AccountId seller,
        Kind kind,
        long version,
        @Nullable Offer proposal,
        List<String> rules,
        @Nullable Appeal appeal,
        Instant openedAt,
        @Nullable Decision decision) {
    public ModerationCase {
        rules = List.copyOf(rules);
    }

    /** @param rule its id, whatever the version */
    public boolean isAbout(String rule) {
        return rules.stream().anyMatch(reference -> reference.startsWith(rule + "@"));
    }

    /** Whether the owner may ask another moderator: once, against a refusal. */
    public boolean mayBeAppealed() {
        return appeal == null && decision != null && decision.outcome() == Outcome.REFUSED;
    }

    /** What it is about. */
    public enum Kind {
        /** The listing is not public yet, or not any more. */
        PUBLICATION,
        /** The listing stays public as it was approved. */
        EDIT,
        /** Whether its photos are its owner's; the listing stays public. */
        PHOTOS
    }

    /** How it ended. */
    public enum Outcome {
        APPROVED,
        REFUSED,
        /** Its owner took it back, or said something else. */
        WITHDRAWN
    }

    /** Why it was refused. */
    public enum RefusalReason {
        FORBIDDEN_GOODS,
        COUNTERFEIT,
        STOLEN,
        MISLEADING,
        UNCLEAR_PHOTOS,
        CONTACT_DATA,
        OTHER
    }

    /**
     * @param of the case that was decided before
     * @param decidedBy who may not decide this one
     * @param words what the owner says to it
     */
    public record Appeal(UUID of, AccountId decidedBy, String words) {}

    /**
     * @param moderator null where the owner withdrew it
     * @param reason null unless it was refused
     * @param remark for the owner; may be empty
     */
    public record Decision(
            Outcome outcome,
            @Nullable AccountId moderator,
            @Nullable RefusalReason reason,
            String remark,
            Instant at) {}
}
