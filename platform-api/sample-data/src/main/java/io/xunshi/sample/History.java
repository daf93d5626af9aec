package io.xunshi.sample;

import static java.util.stream.Collectors.toSet;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.events.Outbox;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.usecase.DraftListing;
import io.xunshi.platform.listing.usecase.PublishListing;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.usecase.ChangeOrder;
import io.xunshi.platform.order.usecase.PlaceOrder;
import io.xunshi.platform.order.usecase.ReviewOrder;
import io.xunshi.platform.order.usecase.RunTimers;
import io.xunshi.platform.payment.Balance;
import io.xunshi.platform.payment.Balances;
import io.xunshi.platform.payment.Payee;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.usecase.ConvergePayment;
import io.xunshi.platform.trace.usecase.SealLog;
import io.xunshi.sample.Plan.Day;
import io.xunshi.sample.Plan.Ending;
import io.xunshi.sample.Plan.Offering;
import io.xunshi.sample.Plan.Purchase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Lets the plan happen, day after day, through the use cases that people's clicks lead to. A day ends when all its
 * events are delivered, so that what was paid on one day is handed over on a later one.
 */
class History {
    private static final Logger log = LoggerFactory.getLogger(History.class);
    private static final long SEED = 410_100;
    private static final int PURCHASES = 360;
    private static final int AT_ONCE = 12;

    /** Every look at the clock takes two seconds of it; what comes last has to be over by now. */
    private static final Duration LAST_HOURS = Duration.ofHours(6);

    private static final int DEMO_RESIDENTS = 2;
    private static final int ASKERS_FROM = 20;
    private static final int DAYS_OF_PRESENTS = 12;
    private static final int WEEKS_OF_DEALS = 4;
    private static final int DAYS_A_WEEK = 7;
    private static final int DAYS_SINCE_MARKET = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final People people;
    private final Payer payer;
    private final Catalog catalog;
    private final Conditions conditions;
    private final Photos photos;
    private final DraftListing draftListing;
    private final PublishListing publishListing;
    private final PlaceOrder placeOrder;
    private final ChangeOrder changeOrder;
    private final ReviewOrder reviewOrder;
    private final RunTimers runTimers;
    private final Payments payments;
    private final ConvergePayment convergePayment;
    private final Balances balances;
    private final SealLog sealLog;
    private final Points points;
    private final Presents presents;
    private final Corners corners;
    private final Firms firms;
    private final Scrap scrap;
    private final Dealings dealings;
    private final RoundTrades roundTrades;
    private final Chains chains;
    private final Inquiries inquiries;
    private final Markets markets;
    private final Quotes quotes;
    private final Talks talks;
    private final Wipes wipes;
    private final Registrations registrations;
    private final Wishes wishes;
    private final Swapping swapping;
    private final Outbox outbox;
    private final MovingClock clock;
    private final int listingsWanted;

    private final PictureStudio studio = new PictureStudio();
    private final Scheduler painters = Schedulers.newBoundedElastic(
            Runtime.getRuntime().availableProcessors(),
            Schedulers.DEFAULT_BOUNDED_ELASTIC_QUEUESIZE,
            "painter",
            60,
            true);
    private final Map<Long, Mono<byte[]>> paintings = new ConcurrentHashMap<>();
    private final Map<Long, Mono<PhotoId>> pictures = new ConcurrentHashMap<>();
    private final Map<Integer, ListingId> listings = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Paid> paid = new ConcurrentLinkedQueue<>();

    History(
            People people,
            Payer payer,
            Catalog catalog,
            Photos photos,
            DraftListing draftListing,
            PublishListing publishListing,
            PlaceOrder placeOrder,
            ChangeOrder changeOrder,
            ReviewOrder reviewOrder,
            RunTimers runTimers,
            Payments payments,
            ConvergePayment convergePayment,
            Balances balances,
            SealLog sealLog,
            Points points,
            Presents presents,
            Corners corners,
            Firms firms,
            Scrap scrap,
            Dealings dealings,
            RoundTrades roundTrades,
            Chains chains,
            Inquiries inquiries,
            Markets markets,
            Quotes quotes,
            Talks talks,
            Wipes wipes,
            Registrations registrations,
            Wishes wishes,
            Swapping swapping,
            Outbox outbox,
            MovingClock clock,
            @Value("${xunshi.sample.listings:2000}") int listingsWanted) {
        this.people = people;
        this.payer = payer;
        this.catalog = catalog;
        conditions = new Conditions(catalog);
        this.photos = photos;
        this.draftListing = draftListing;
        this.publishListing = publishListing;
        this.placeOrder = placeOrder;
        this.changeOrder = changeOrder;
        this.reviewOrder = reviewOrder;
        this.runTimers = runTimers;
        this.payments = payments;
        this.convergePayment = convergePayment;
        this.balances = balances;
        this.sealLog = sealLog;
        this.points = points;
        this.presents = presents;
        this.corners = corners;
        this.firms = firms;
        this.scrap = scrap;
        this.dealings = dealings;
        this.roundTrades = roundTrades;
        this.chains = chains;
        this.inquiries = inquiries;
        this.markets = markets;
        this.quotes = quotes;
        this.talks = talks;
        this.wipes = wipes;
        this.registrations = registrations;
        this.wishes = wishes;
        this.swapping = swapping;
        this.outbox = outbox;
        this.clock = clock;
        this.listingsWanted = listingsWanted;
    }

    /** Blocks until all is done, delivered and sealed. */
    void happen() {
        var plan = new Planner(catalog, People.COUNT, SEED)
                .plan(LocalDate.now(CityTime.ZONE).minusDays(1), SampleDataApplication.DAYS, listingsWanted, PURCHASES);
        var residents = await(people.settle());
        awaitEnd(corners.open()
                .then(firms.join())
                .then(dealings.begin(plan.days().getFirst().date())));
        var givingFrom = plan.days().size() - DAYS_OF_PRESENTS;
        IntStream.range(0, plan.days().size()).forEach(number -> {
            var day = plan.days().get(number);
            plan.days().stream().skip(number + 1L).findFirst().ifPresent(this::paintAhead);
            happen(day, residents);
            deal(day, plan.days().size() - number);
            if (number >= givingFrom) {
                awaitEnd(giveAway(day, residents).then(quiet()));
            }
            if (number == plan.days().size() - DAYS_SINCE_MARKET) {
                awaitEnd(markets.hold(residents));
            }
        });
        IntStream.range(0, DEMO_RESIDENTS).forEach(seller -> talkAbout(plan, seller, residents));
        clock.advanceTo(Instant.now().minus(LAST_HOURS));
        awaitEnd(swapping.happen(residents.getFirst()).then(quiet()));
        awaitEnd(wishes.happen(residents, LocalDate.now(CityTime.ZONE)).then(quiet()));
        awaitEnd(points.open());
        awaitEnd(markets.announce(residents)
                .then(firms.apply())
                .then(scrap.trade())
                .then(Mono.defer(() -> chains.happen(scrap.sold())))
                .then(inquiries.ask())
                .then(roundTrades.happen()));
        awaitEnd(quiet().then(scrap.deliver()));
        awaitEnd(quotes.enter());
        awaitEnd(runTimers
                .runDue()
                .then(corners.seal())
                .then(markets.close())
                .then(quiet())
                .then(sealLog.seal()));
        if (clock.instant().isAfter(Instant.now())) {
            throw new IllegalStateException("The past has reached into the future");
        }
        people.writeDemoAccounts();
        log.info("{} listings and {} purchases", listings.size(), PURCHASES);
    }

    /** The newest things of a demo account that are still on offer. */
    private void talkAbout(Plan plan, int seller, List<AccountId> residents) {
        var bought = plan.days().stream()
                .flatMap(day -> day.bought().stream())
                .map(Purchase::offering)
                .collect(toSet());
        var onOffer = plan.days().reversed().stream()
                .flatMap(day -> day.published().stream())
                .filter(offering -> offering.seller() == seller && !bought.contains(offering))
                .map(offering -> Objects.requireNonNull(listings.get(offering.number())))
                .toList();
        awaitEnd(talks.happen(onOffer, residents.get(seller), residents.subList(ASKERS_FROM, residents.size())));
    }

    private void happen(Day day, List<AccountId> residents) {
        clock.advanceTo(day.date().atTime(day.hour(), 0).atZone(CityTime.ZONE).toInstant());
        awaitEnd(runTimers
                .runDue()
                .then(finishEarlierPurchases())
                .then(quiet())
                .then(each(day.bought(), purchase -> buy(purchase, residents)))
                .then(each(
                        day.published(), offering -> publish(offering, residents.get(offering.seller()), day.date())))
                .then(quiet())
                .then(payOutOn(day, residents)));
    }

    /** On Wednesdays of the last weeks. */
    private void deal(Day day, int daysLeft) {
        var weeksLeft = daysLeft / DAYS_A_WEEK;
        if (day.date().getDayOfWeek() == DayOfWeek.WEDNESDAY && weeksLeft < WEEKS_OF_DEALS) {
            awaitEnd(dealings.sign(day.date(), WEEKS_OF_DEALS - weeksLeft)
                    .then(quiet())
                    .then(Mono.defer(dealings::deliver))
                    .then(quiet())
                    .then(Mono.defer(dealings::pay))
                    .then(quiet()));
        }
    }

    private Mono<Void> giveAway(Day day, List<AccountId> residents) {
        return presents.happen(
                day.published(), residents, offering -> pictureOf(offering, residents.get(offering.seller())));
    }

    private Mono<PhotoId> pictureOf(Offering offering, AccountId seller) {
        return pictureOf(offering, seller, 0);
    }

    private Mono<List<PhotoId>> picturesOf(Offering offering, AccountId seller) {
        return Flux.range(0, conditions.photosOf(offering))
                .concatMap(number -> pictureOf(offering, seller, number))
                .collectList();
    }

    private Mono<PhotoId> pictureOf(Offering offering, AccountId seller, int number) {
        return pictures.computeIfAbsent(
                offering.seed() + number,
                seed -> picture(offering, seller, seed).cache());
    }

    private Mono<Void> publish(Offering offering, AccountId seller, LocalDate day) {
        return picturesOf(offering, seller)
                .flatMap(taken -> draftListing.draft(seller, offer(offering, taken)))
                .map(Listing::id)
                .delayUntil(id -> wipes.prepare(seller, id, offering.good().category(), offering.number(), day))
                .delayUntil(id -> registrations.prepare(
                        seller,
                        id,
                        catalog.category(offering.good().category()).orElseThrow(),
                        offering.title(),
                        offering.number(),
                        day))
                .delayUntil(id -> publishListing.publish(seller, id))
                .doOnNext(id -> listings.put(offering.number(), id))
                .then();
    }

    private Mono<PhotoId> picture(Offering offering, AccountId seller, long seed) {
        return Mono.defer(() -> painting(offering, seed))
                .doFinally(end -> paintings.remove(seed))
                .flatMap(picture -> photos.add(seller, picture))
                .map(PhotoView::id);
    }

    /** The processors have little else to do while a day waits for its deliveries. */
    private void paintAhead(Day next) {
        for (var offering : next.published()) {
            LongStream.range(offering.seed(), offering.seed() + conditions.photosOf(offering))
                    .filter(seed -> !pictures.containsKey(seed))
                    .forEach(seed -> painting(offering, seed).subscribe());
        }
    }

    private Mono<byte[]> painting(Offering offering, long seed) {
        return paintings.computeIfAbsent(
                seed,
                number -> Mono.fromCallable(
                                () -> studio.photograph(offering.good().drawing(), new Random(number)))
                        .subscribeOn(painters)
                        .cache());
    }

    private Offer offer(Offering offering, List<PhotoId> pictures) {
        var category = catalog.category(offering.good().category()).orElseThrow();
        var stock = Stocks.of(category.code(), offering.number());
        return new Offer(
                offering.title(),
                offering.description(),
                category.code(),
                Answers.to(category, offering.title(), new Random(offering.number())),
                offering.conditionCode(),
                Money.fen(offering.priceFen()),
                offering.districtCode(),
                new Place(offering.lat(), offering.lon()),
                pictures,
                true,
                null,
                stock == null ? Swapping.wishesFor(offering.number(), catalog) : null,
                null,
                Parcels.of(category.code(), offering.number()),
                stock,
                conditions.reportOf(offering, pictures));
    }

    private Mono<Void> buy(Purchase purchase, List<AccountId> residents) {
        var buyer = residents.get(purchase.buyer());
        var listing = Objects.requireNonNull(listings.get(purchase.offering().number()));
        var placed = placeOrder.place(
                buyer,
                listing,
                Stocks.boughtOf(
                        purchase.offering().good().category(),
                        purchase.offering().number()),
                null);
        return purchase.ending() == Ending.ABANDONED
                ? placed.then()
                : placed.delayUntil(this::pay)
                        .doOnNext(order -> paid.add(new Paid(
                                order, purchase.ending(), purchase.offering().number())))
                        .then();
    }

    private Mono<Void> pay(Order order) {
        return payments.findByOrder(order.id().value())
                .flatMap(payment ->
                        payer.pay(String.valueOf(payment.payUrl())).then(convergePayment.converge(payment.id())))
                .then();
    }

    private Mono<Void> finishEarlierPurchases() {
        var due = new ArrayList<Paid>();
        for (var next = paid.poll(); next != null; next = paid.poll()) {
            due.add(next);
        }
        return each(due, this::finish);
    }

    /** A car is handed over once it stands in its buyer's name. */
    private Mono<Void> transfer(Order order) {
        return order.needsTransfer()
                ? changeOrder.confirmTransfer(order.buyer(), order.id()).then()
                : Mono.empty();
    }

    private Mono<Void> finish(Paid purchase) {
        var order = purchase.order();
        return switch (purchase.ending()) {
            case HANDED_OVER ->
                transfer(order)
                        .then(changeOrder.handOverWithCode(order.seller(), order.id(), order.pickupCode()))
                        .then(review(purchase));
            case CONFIRMED ->
                changeOrder.confirmReceipt(order.buyer(), order.id()).then(review(purchase));
            case CLAIMED ->
                changeOrder.claimHandOver(order.seller(), order.id()).then();
            case CALLED_OFF ->
                changeOrder.cancel(order.buyer(), order.id(), "临时有事，改天再买").then();
            case ABANDONED -> Mono.empty();
        };
    }

    /** Not everybody says something, and hardly anybody something bad. */
    private Mono<Void> review(Paid purchase) {
        var random = new Random(purchase.number());
        var order = purchase.order();
        return Mono.defer(() -> random.nextInt(10) < 7 ? review(order, order.buyer(), random) : Mono.empty())
                .then(Mono.defer(() -> random.nextInt(10) < 6 ? review(order, order.seller(), random) : Mono.empty()));
    }

    private Mono<Void> review(Order order, AccountId author, Random random) {
        var rating = Wording.rating(random);
        var words = order.buyer().equals(author) ? Wording.ofBuyer(rating, random) : Wording.ofSeller(rating, random);
        return reviewOrder.review(author, order.id(), rating, words);
    }

    /** On Mondays a few sellers take home what they earned. */
    private Mono<Void> payOutOn(Day day, List<AccountId> residents) {
        return day.date().getDayOfWeek() == DayOfWeek.MONDAY
                ? each(residents.subList(10, 16), this::payOut).then(quiet())
                : Mono.empty();
    }

    private Mono<Void> payOut(AccountId seller) {
        var payee = Payee.of(seller);
        return balances.balanceOf(payee)
                .map(Balance::available)
                .filter(Money::isPositive)
                .flatMap(available -> balances.payOut(payee, available))
                .then();
    }

    /** Ends when no event waits for its delivery. */
    private Mono<Void> quiet() {
        return Mono.defer(outbox::backlog)
                .filter(backlog -> backlog.waiting() == 0)
                .switchIfEmpty(Mono.error(StillBusyException::new))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(5))
                        .filter(StillBusyException.class::isInstance))
                .then();
    }

    private static <T> Mono<Void> each(List<T> things, Function<T, Mono<Void>> action) {
        return Flux.fromIterable(things).flatMap(action, AT_ONCE).then();
    }

    private static <T> T await(Mono<T> work) {
        return Objects.requireNonNull(work.block(PATIENCE));
    }

    private static void awaitEnd(Mono<Void> work) {
        work.block(PATIENCE);
    }

    /** @param number of what was bought; what chance decides depends on it, and not on the order of events */
    private record Paid(Order order, Ending ending, int number) {}

    private static final class StillBusyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StillBusyException() {
            super("Events wait for their delivery", null, false, false);
        }
    }
}
