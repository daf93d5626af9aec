package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.domain.StallSale;
import io.xunshi.platform.marketday.domain.StallSale.Goods;
import io.xunshi.platform.marketday.domain.StallState;
import io.xunshi.platform.marketday.storage.DayRepository;
import io.xunshi.platform.marketday.storage.SaleRepository;
import io.xunshi.platform.marketday.storage.StallRepository;
import io.xunshi.platform.payment.StallMoney;
import io.xunshi.platform.payment.StallMoney.Means;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Records what is sold at a stall, under an id of the phone's: sent again, it is the same sale. A listed thing is held
 * by the market's one lock until the books close and it is sold for good; until then the sale can be cancelled, and the
 * thing is offered again.
 */
@Component
public class RecordSale {
    private static final int LISTED_MAX = 500;

    private final StallRepository stalls;
    private final DayRepository days;
    private final SaleRepository sales;
    private final DescribeGoods describeGoods;
    private final Listings listings;
    private final StallMoney money;
    private final MarketDaySettings settings;
    private final Clock clock;

    RecordSale(
            StallRepository stalls,
            DayRepository days,
            SaleRepository sales,
            DescribeGoods describeGoods,
            Listings listings,
            StallMoney money,
            MarketDaySettings settings,
            Clock clock) {
        this.stalls = stalls;
        this.days = days;
        this.sales = sales;
        this.describeGoods = describeGoods;
        this.listings = listings;
        this.money = money;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises {@link MarketDayProblem#NO_SUCH_STALL}, {@link MarketDayProblem#NOT_CHECKED_IN},
     * {@link MarketDayProblem#BOOKS_CLOSED}, {@link MarketDayProblem#TOO_MANY_SALES},
     * {@link MarketDayProblem#BAD_AMOUNT}, {@link MarketDayProblem#SALE_ID_TAKEN}, and what {@link DescribeGoods}
     * raises; nothing is recorded then.
     */
    @Transactional
    public Mono<StallSale> record(AccountId seller, UUID stallId, NewSale said) {
        return open(seller, stallId)
                .flatMap(open -> sales.find(stallId, said.id())
                        .flatMap(known -> same(known, said))
                        .switchIfEmpty(Mono.defer(() -> recordNew(open, said))));
    }

    /**
     * It was recorded wrongly. Raises {@link MarketDayProblem#NO_SUCH_STALL}, {@link MarketDayProblem#NO_SUCH_SALE} or
     * {@link MarketDayProblem#BOOKS_CLOSED}; does nothing the second time.
     */
    @Transactional
    public Mono<StallSale> cancel(AccountId seller, UUID stallId, UUID id) {
        return open(seller, stallId)
                .flatMap(open -> sales.find(stallId, id))
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_SALE::raise))
                .flatMap(sale -> sale.cancelledAt() == null ? cancel(sale) : Mono.just(sale));
    }

    /** The newest first; raises {@link MarketDayProblem#NO_SUCH_STALL}. */
    public Flux<StallSale> of(AccountId seller, UUID stallId) {
        return stalls.findOf(seller, stallId)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                .flatMapMany(stall -> sales.findOf(stallId, LISTED_MAX));
    }

    /** A stall whose holder is there and whose day's books are open. */
    private Mono<Open> open(AccountId seller, UUID stallId) {
        return stalls.lockOf(seller, stallId)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_STALL::raise))
                .filter(stall -> stall.state() == StallState.CHECKED_IN)
                .switchIfEmpty(Mono.error(MarketDayProblem.NOT_CHECKED_IN::raise))
                .flatMap(stall -> days.find(stall.dayId()).map(day -> new Open(stall, day)))
                .filter(open -> clock.instant().isBefore(open.day().booksCloseAt()))
                .switchIfEmpty(Mono.error(MarketDayProblem.BOOKS_CLOSED::raise));
    }

    private Mono<StallSale> same(StallSale known, NewSale said) {
        return known.isSame(sale(known.stallId(), describeGoods.again(said.goods()), said, known.soldAt()))
                ? Mono.just(known)
                : Mono.error(MarketDayProblem.SALE_ID_TAKEN.raise());
    }

    private Mono<StallSale> recordNew(Open open, NewSale said) {
        var stall = open.stall();
        return checkAmount(said)
                .then(Mono.defer(() -> checkLimit(stall)))
                .then(Mono.defer(() -> describeGoods.promised(stall.holder(), said.id(), said.goods())))
                .map(goods -> sale(stall.id(), goods, said, plausible(said.soldAt(), open.day())))
                .delayUntil(sale -> sales.add(sale, clock.instant(), open.day().booksCloseAt())
                        .filter(added -> added)
                        .switchIfEmpty(Mono.error(MarketDayProblem.SALE_ID_TAKEN::raise)))
                .delayUntil(sale -> money.sell(sale.id(), stall.id(), sale.means(), sale.price()));
    }

    private Mono<StallSale> cancel(StallSale sale) {
        var now = clock.instant();
        return sales.cancel(sale.id(), now)
                .filter(cancelled -> cancelled)
                .switchIfEmpty(Mono.error(MarketDayProblem.BOOKS_CLOSED::raise))
                .then(Mono.defer(() -> money.cancel(sale.id(), sale.stallId(), sale.means(), sale.price())))
                .then(Mono.defer(() -> offerAgain(sale)))
                .thenReturn(sale.cancelled(now));
    }

    private Mono<Void> offerAgain(StallSale sale) {
        var listing = sale.goods().listingId();
        return listing == null ? Mono.empty() : listings.release(new ListingId(listing), sale.id());
    }

    private Mono<Void> checkAmount(NewSale said) {
        var max = said.goods() instanceof NewGoods.Listed ? settings.listedFenMax() : settings.unlistedFenMax();
        var price = said.price();
        return price.currency().equals(Money.CNY) && price.isPositive() && price.amount() <= max
                ? Mono.empty()
                : Mono.error(MarketDayProblem.BAD_AMOUNT.raise(max / 100));
    }

    private Mono<Void> checkLimit(Stall stall) {
        return sales.count(stall.id())
                .filter(count -> count < settings.salesMax())
                .switchIfEmpty(Mono.error(() -> MarketDayProblem.TOO_MANY_SALES.raise(settings.salesMax())))
                .then();
    }

    private static StallSale sale(UUID stall, Goods goods, NewSale said, Instant soldAt) {
        return new StallSale(
                said.id(), ShortCode.of('V', said.id()), stall, goods, said.price(), said.means(), soldAt, null);
    }

    /**
     * A phone's clock may be wrong: nothing was sold after now, nor after the market, nor before anybody could set up.
     */
    private Instant plausible(Instant at, MarketDay day) {
        var hours = day.plan().hours();
        var now = clock.instant();
        var last = now.isBefore(hours.closesAt()) ? now : hours.closesAt();
        var first = hours.opensAt().minus(settings.checkInBefore());
        return at.isAfter(last) || at.isBefore(first) ? last : at;
    }

    private record Open(Stall stall, MarketDay day) {}

    /** A sale as the phone tells of it. */
    public record NewSale(UUID id, NewGoods goods, Money price, Means means, Instant soldAt) {}

    /** What the phone says was sold. */
    public sealed interface NewGoods {

        /** One of the seller's own published listings. */
        record Listed(UUID listingId) implements NewGoods {}

        /** @param word the seller's for it; may be empty */
        record Unlisted(String categoryCode, String conditionCode, String word) implements NewGoods {}
    }
}
