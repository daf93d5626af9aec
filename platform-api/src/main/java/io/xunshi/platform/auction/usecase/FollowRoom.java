package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.BidRepository;
import io.xunshi.platform.auction.usecase.Room.Look;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a page that watches an auction current until it is left. Bids come once each and in their order, also over a
 * line that broke: the page says which was the last that it heard.
 */
@Component
public class FollowRoom {
    private final AuctionRepository sales;
    private final BidRepository bids;
    private final Rooms rooms;
    private final AuctionSettings settings;

    FollowRoom(AuctionRepository sales, BidRepository bids, Rooms rooms, AuctionSettings settings) {
        this.sales = sales;
        this.bids = bids;
        this.rooms = rooms;
        this.settings = settings;
    }

    /**
     * An error signal {@link AuctionProblem#NOT_FOUND} for what not everybody may see.
     *
     * @param known the number of the last bid that the page heard of; null for a page that has just read everything
     */
    public Mono<Flux<RoomSignal>> follow(AuctionId auction, @Nullable Long known) {
        return sales.find(auction)
                .filter(Sale::isPublic)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise))
                .map(sale -> Flux.using(
                        () -> rooms.enter(auction),
                        room -> signals(room, sale, positionIn(sale, known)),
                        rooms::leave));
    }

    private Flux<RoomSignal> signals(Room room, Sale sale, long position) {
        var line = new Line(position, sale.version());
        return Flux.concat(Mono.just(new RoomSignal.Ready(sale, position)), Flux.merge(news(room, line), heartbeats()))
                .takeUntilOther(rooms.closing());
    }

    /** The look after the subscription finds what came between the first reading and it. */
    private Flux<RoomSignal> news(Room room, Line line) {
        return Flux.merge(room.looks(), Mono.defer(() -> rooms.look(room.auction())))
                .concatMap(look -> news(look, line), 1);
    }

    private Flux<RoomSignal> news(Look look, Line line) {
        var sale = look.sale();
        var told = missing(look, line)
                .doOnNext(bid -> line.position.set(bid.sequence()))
                .map(bid -> (RoomSignal)
                        new RoomSignal.Placed(bid.shownAt(sale.bidding().priceFen())));
        return Flux.concat(told, Flux.defer(() -> changed(sale, line)));
    }

    private Flux<Bid> missing(Look look, Line line) {
        var known = line.position.get();
        if (look.sale().toldBids() <= known) {
            return Flux.empty();
        }
        var latest = look.latest();
        return !latest.isEmpty() && latest.getFirst().sequence() <= known + 1
                ? Flux.fromIterable(latest).filter(bid -> bid.sequence() > known)
                : bids.findAfter(look.sale().id(), known, look.sale().toldBids());
    }

    /** Looks of two may come in another order than they were begun: an older one is told to nobody. */
    private static Flux<RoomSignal> changed(Sale sale, Line line) {
        var before = line.version.getAndAccumulate(sale.version(), Math::max);
        return sale.version() > before ? Flux.just(new RoomSignal.Changed(sale)) : Flux.empty();
    }

    private Flux<RoomSignal> heartbeats() {
        return Flux.interval(settings.heartbeat()).onBackpressureDrop().map(beat -> new RoomSignal.Tick());
    }

    /** A number that is not of this auction is that of somebody who has to read everything. */
    private static long positionIn(Sale sale, @Nullable Long known) {
        if (known == null) {
            return sale.toldBids();
        }
        return known < 0 || known > sale.toldBids() ? 0 : known;
    }

    /** One page: which bid, and which version of the auction, it heard last. */
    private static final class Line {
        private final AtomicLong position;
        private final AtomicLong version;

        private Line(long position, long version) {
            this.position = new AtomicLong(position);
            this.version = new AtomicLong(version);
        }
    }
}
