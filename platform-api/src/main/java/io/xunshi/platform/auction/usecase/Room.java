package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Sale;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;

/**
 * An auction that pages of this replica watch. A wake sets off one look at the database, whatever the number of pages;
 * wakes that come meanwhile become one. A page that is slower than the looks gets the latest and reads what it missed
 * itself, so it holds up nobody.
 */
final class Room {
    private final AuctionId auction;
    private final Flux<Look> looks;
    private volatile @Nullable FluxSink<Boolean> wakes;

    Room(AuctionId auction, Function<AuctionId, Mono<Look>> look) {
        this.auction = auction;
        looks = Flux.<Boolean>create(sink -> wakes = sink, OverflowStrategy.LATEST)
                .concatMap(wake -> look.apply(this.auction), 1)
                .share();
    }

    AuctionId auction() {
        return auction;
    }

    Flux<Look> looks() {
        return looks.onBackpressureLatest();
    }

    /** These sinks put the emissions of several threads in a row. */
    void wake() {
        var sink = wakes;
        if (sink != null) {
            sink.next(true);
        }
    }

    /** @param latest the last bids in their order: what most pages lack of it */
    record Look(Sale sale, List<Bid> latest) {}
}
