package io.xunshi.platform.search.usecase;

import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.search.storage.IndexGenerations;
import io.xunshi.platform.search.storage.IndexStream;
import io.xunshi.platform.search.storage.StreamPosition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Builds the index anew from the listings while the old one goes on serving. The new one gets every write from its
 * first moment, so nothing that changes meanwhile is missed; everything else comes through the same stream, in versions
 * that the old index knows already.
 */
@Component
public class RebuildIndex {
    private static final int PAGE = 500;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** How long the indexer may take for one page; then it is taken to be down. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final IndexGenerations generations;
    private final Listings listings;
    private final ListingDocuments documents;
    private final IndexStream stream;
    private final Clock clock;

    RebuildIndex(
            IndexGenerations generations,
            Listings listings,
            ListingDocuments documents,
            IndexStream stream,
            Clock clock) {
        this.generations = generations;
        this.listings = listings;
        this.documents = documents;
        this.stream = stream;
        this.clock = clock;
    }

    /** How many listings the new index was given. Where it fails, the old one serves on as if nothing had been. */
    public Mono<Long> rebuild() {
        return Mono.defer(() -> generations.begin(clock.instant())).flatMap(this::fill);
    }

    private Mono<Long> fill(String index) {
        return feedAll()
                .delayUntil(fed -> generations.switchTo(index))
                .onErrorResume(
                        error -> generations.drop(index).onErrorComplete().then(Mono.error(error)));
    }

    private Mono<Long> feedAll() {
        return listings.publishedAfter(null, PAGE)
                .collectList()
                .expand(this::pageAfter)
                .concatMap(this::feed)
                .reduce(0L, Long::sum);
    }

    private Mono<List<ListingView>> pageAfter(List<ListingView> page) {
        return page.isEmpty()
                ? Mono.empty()
                : listings.publishedAfter(lastOf(page), PAGE).collectList();
    }

    /** Waits for each page, so that the stream stays short however many listings there are. */
    private Mono<Long> feed(List<ListingView> page) {
        return Flux.fromIterable(page)
                .concatMap(listing -> stream.add(documents.message(listing)))
                .takeLast(1)
                .concatMap(this::awaitDone)
                .then(Mono.just((long) page.size()));
    }

    private Mono<Boolean> awaitDone(StreamPosition position) {
        return stream.isDoneUpTo(position)
                .filter(done -> done)
                .repeatWhenEmpty(Integer.MAX_VALUE, looks -> looks.delayElements(LOOK_AGAIN))
                .timeout(PATIENCE, Mono.error(() -> new IllegalStateException("search-indexer does not answer")));
    }

    private static ListingId lastOf(List<ListingView> page) {
        return page.getLast().id();
    }
}
