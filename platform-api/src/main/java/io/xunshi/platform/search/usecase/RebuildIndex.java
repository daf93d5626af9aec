package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.IndexMessage;
import io.xunshi.platform.exchange.FindableOffers;
import io.xunshi.platform.exchange.OfferSide;
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
 * Builds the indices anew, one after the other, while the old ones go on serving. A new one gets every write from its
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
    private final List<IndexSource> sources;
    private final IndexStream stream;
    private final Clock clock;

    RebuildIndex(
            IndexGenerations generations,
            ListingSource listings,
            FindableOffers offers,
            OfferDocuments documents,
            IndexStream stream,
            Clock clock) {
        this.generations = generations;
        this.stream = stream;
        this.clock = clock;
        sources = List.of(
                listings,
                new OfferSource(OfferSide.LOT, offers, documents),
                new OfferSource(OfferSide.DEMAND, offers, documents));
    }

    /** How much the new indices were given. Where one fails, the old one serves on as if nothing had been. */
    public Mono<Long> rebuild() {
        return Flux.fromIterable(sources).concatMap(this::rebuild).reduce(0L, Long::sum);
    }

    private Mono<Long> rebuild(IndexSource source) {
        return Mono.defer(() -> generations.begin(source.index(), clock.instant()))
                .flatMap(index -> fill(source, index));
    }

    private Mono<Long> fill(IndexSource source, String index) {
        return feedAll(source)
                .delayUntil(fed -> generations.switchTo(source.index(), index))
                .onErrorResume(
                        error -> generations.drop(index).onErrorComplete().then(Mono.error(error)));
    }

    private Mono<Long> feedAll(IndexSource source) {
        return source.after(null, PAGE)
                .collectList()
                .expand(page -> pageAfter(source, page))
                .concatMap(this::feed)
                .reduce(0L, Long::sum);
    }

    private static Mono<List<IndexMessage>> pageAfter(IndexSource source, List<IndexMessage> page) {
        return page.isEmpty()
                ? Mono.empty()
                : source.after(page.getLast().id(), PAGE).collectList();
    }

    /** Waits for each page, so that the stream stays short however much there is. */
    private Mono<Long> feed(List<IndexMessage> page) {
        return Flux.fromIterable(page)
                .concatMap(stream::add)
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
}
