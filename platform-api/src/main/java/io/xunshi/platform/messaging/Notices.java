package io.xunshi.platform.messaging;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** How other modules have people told of something; each person hears it in the ways that they have chosen. */
public interface Notices {

    /**
     * Tells them in the caller's transaction; their open pages hear of it once that has committed. It must be the last
     * thing that a transaction does, and the only time that it does it: people are locked in the order of their ids.
     *
     * @param subject the thing that it is about, which a client leads to
     * @param eventId the same id tells the same person the same kind of news once in the app
     */
    Mono<Void> tell(List<Notice> people, Kind kind, UUID subject, UUID eventId, Instant at);

    /**
     * What one person is told.
     *
     * @param parameters what fills the words: <code>title</code>, <code>number</code>, <code>count</code>, <code>search
     *     </code>, and in yuan <code>price</code> and <code>from</code>; where a link leads, <code>path</code>; and the
     *     page that stops such news, <code>offPath</code>
     */
    record Notice(AccountId to, Map<String, String> parameters) {
        public Notice {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What other modules tell of. */
    enum Kind {
        /** A saved listing costs less. */
        SAVED_PRICE_DROPPED,
        SAVED_SOLD,
        /** A saved listing that could not be had is on offer again. */
        SAVED_AVAILABLE,
        /** A listing that a saved search finds. */
        SEARCH_MATCHED,
        /** The day's listings that saved searches find. */
        SEARCH_DIGEST,
        /** Somebody whom the person follows offers something. */
        SELLER_LISTED,
        /** A listing that fits a wanted post (求购). */
        WANTED_MATCHED,
        /** A wanted post ends in a few days. */
        WANTED_ENDING,
        /** A moderator let a wanted post through. */
        WANTED_APPROVED,
        WANTED_REFUSED,
        /** An officer agrees with what a person said against their credit score. */
        CREDIT_APPEAL_GRANTED,
        CREDIT_APPEAL_REFUSED,
        /** The archive of the person's data can be loaded. */
        ARCHIVE_READY,
        /** Somebody on the waiting list of a market day (集市日) has a stall. */
        STALL_ASSIGNED,
        /** Somebody did not come to their stall in time, and it is given away. */
        STALL_GIVEN_AWAY,
        MARKET_DAY_CANCELLED
    }
}
