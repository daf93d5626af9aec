package io.xunshi.platform.search;

import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is on offer, in an order that the caller's wishes make. */
public interface RankedListings {

    /**
     * Listings by the sum of the points of all wishes that they fulfil, the newer one first among equals, in one
     * question to the engine. Raises {@link SearchProblem#UNAVAILABLE} while that does not answer.
     *
     * @param after the last position of the page before; null for the first page
     */
    Mono<List<Ranked>> rank(Ranking ranking, @Nullable Position after, int limit);

    /**
     * Which order is wanted.
     *
     * @param asOf what was published later is left out
     * @param without listings that are left out
     */
    record Ranking(Instant asOf, List<Wish> wishes, Collection<ListingId> without) {
        public Ranking {
            wishes = List.copyOf(wishes);
            without = List.copyOf(without);
        }
    }

    /** A fact about a listing that is worth points, a whole number above zero. */
    sealed interface Wish {
        int points();

        /** @param code of a leaf or of a root, which includes its leaves */
        record InCategory(String code, int points) implements Wish {}

        record InDistrict(List<String> codes, int points) implements Wish {
            public InDistrict {
                codes = List.copyOf(codes);
            }
        }

        record PublishedSince(Instant moment, int points) implements Wish {}

        record OneOf(Collection<ListingId> listings, int points) implements Wish {
            public OneOf {
                listings = List.copyOf(listings);
            }
        }
    }

    record Ranked(ListingCard card, Position position) {}

    /** Where a listing stands. */
    record Position(long points, Instant publishedAt, UUID id) {}
}
