package io.xunshi.platform.listing.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.ReadyAnswer;
import io.xunshi.platform.http.ReadyAnswers;
import io.xunshi.platform.listing.ListingEvents;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listings that were just read, as finished JSON. Nobody sees one that is older than a second, and this replica never
 * hands out a version older than one that it has itself committed. Drafts and what waits for a moderator are nobody's
 * business and are never here. Thread-safe.
 */
@Component
class ReadyListings implements ReadyAnswers {
    private static final String PATH = "/api/v1/listings/";
    private static final int ID_LENGTH = 36;

    /** How far behind another replica's changes an answer may be. */
    private static final Duration AGE_MAX = Duration.ofSeconds(1);

    /** About two kilobytes each. */
    private static final int LISTINGS_MAX = 10_000;

    private final JsonMapper json;
    private final Cache<UUID, Known> known = Caffeine.newBuilder()
            .maximumSize(LISTINGS_MAX)
            .expireAfterWrite(AGE_MAX)
            .build();

    ReadyListings(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable ReadyAnswer find(String path) {
        if (path.length() != PATH.length() + ID_LENGTH || !path.startsWith(PATH)) {
            return null;
        }
        try {
            var found = known.getIfPresent(UUID.fromString(path.substring(PATH.length())));
            return found == null ? null : found.answer();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Hands it out from now on, unless a newer version is known to exist. */
    void keep(ListingResponse listing) {
        if (listing.state().isPublic()) {
            var answer = new ReadyAnswer(EntityVersion.tag(listing.version()), json.writeValueAsBytes(listing));
            known.asMap().merge(listing.id(), new Known(listing.version(), answer), Known::newer);
        }
    }

    /** Remembers only that there is a newer version: a reading that began before must not bring the old one back. */
    @TransactionalEventListener
    void forget(ListingEvents change) {
        known.asMap().merge(change.listingId(), new Known(change.version(), null), Known::newer);
    }

    /** @param answer null where the version is known to exist and was not read yet */
    private record Known(long version, @Nullable ReadyAnswer answer) {

        Known newer(Known other) {
            return other.version >= version ? other : this;
        }
    }
}
