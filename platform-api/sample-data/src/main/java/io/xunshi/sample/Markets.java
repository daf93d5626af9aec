package io.xunshi.sample;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.marketday.domain.MarketDay;
import io.xunshi.platform.marketday.domain.MarketDay.Hours;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.domain.Stall;
import io.xunshi.platform.marketday.usecase.AnnounceDay;
import io.xunshi.platform.marketday.usecase.AnnounceDay.NewDay;
import io.xunshi.platform.marketday.usecase.CheckIn;
import io.xunshi.platform.marketday.usecase.RecordSale;
import io.xunshi.platform.marketday.usecase.RecordSale.NewGoods.Unlisted;
import io.xunshi.platform.marketday.usecase.RecordSale.NewSale;
import io.xunshi.platform.marketday.usecase.RunMarketTimers;
import io.xunshi.platform.marketday.usecase.RunOrganisers;
import io.xunshi.platform.marketday.usecase.TakeStall;
import io.xunshi.platform.payment.StallMoney.Means;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A school's market days: one that was, with thirty things sold at six stalls, and one to come. */
class Markets {
    private static final Place GATE = new Place(34.7871, 113.6862);
    private static final int APPLIED = 8;
    private static final int CAME = 6;
    private static final int SALES_EACH = 5;

    private static final List<Unlisted> THINGS = List.of(
            new Unlisted("toy", "GOOD", "积木一盒"),
            new Unlisted("childrens-book", "GOOD", "绘本三册"),
            new Unlisted("womens-clothing", "GOOD", ""),
            new Unlisted("ball-sports", "GOOD", "羽毛球拍"),
            new Unlisted("home-decor", "GOOD", "相框"));

    private final RunOrganisers runOrganisers;
    private final AnnounceDay announceDay;
    private final TakeStall takeStall;
    private final CheckIn checkIn;
    private final RecordSale recordSale;
    private final RunMarketTimers runMarketTimers;
    private final Accounts accounts;
    private final MovingClock clock;

    Markets(
            RunOrganisers runOrganisers,
            AnnounceDay announceDay,
            TakeStall takeStall,
            CheckIn checkIn,
            RecordSale recordSale,
            RunMarketTimers runMarketTimers,
            Accounts accounts,
            MovingClock clock) {
        this.runOrganisers = runOrganisers;
        this.announceDay = announceDay;
        this.takeStall = takeStall;
        this.checkIn = checkIn;
        this.recordSale = recordSale;
        this.runMarketTimers = runMarketTimers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The one that was. */
    Mono<Void> hold(List<AccountId> residents) {
        return runOrganisers
                .enter(People.SCHOOL, "育才小学", Organiser.Kind.SCHOOL)
                .then(steward())
                .flatMap(steward -> announceDay
                        .announce(steward, plan("秋日跳蚤市场", clock.instant().plus(Duration.ofHours(2))))
                        .flatMap(day -> apply(day, residents.subList(0, APPLIED))
                                .take(CAME)
                                .concatMap(stall -> checkIn.receive(steward, day.id(), stall.code()))
                                .concatMap(this::sell)
                                .then()));
    }

    /** The one to come, on the next Saturday but one: nobody's application is late. */
    Mono<Void> announce(List<AccountId> residents) {
        var saturday = LocalDate.ofInstant(clock.instant(), CityTime.ZONE)
                .plusWeeks(1)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var opens = saturday.atTime(9, 0).atZone(CityTime.ZONE).toInstant();
        return steward()
                .flatMap(steward -> announceDay.announce(steward, plan("校门口跳蚤市场", opens)))
                .flatMapMany(day -> apply(day, residents.subList(2, 2 + CAME)))
                .then();
    }

    /** Closes the books of the one that was. */
    Mono<Void> close() {
        return runMarketTimers.runDue();
    }

    private static NewDay plan(String title, Instant opens) {
        return new NewDay(
                title,
                "ZZ-JS",
                "育才小学东门外广场",
                GATE,
                new Hours(
                        opens.minus(Duration.ofHours(1)),
                        opens,
                        opens.plus(Duration.ofMinutes(30)),
                        opens.plus(Duration.ofHours(4))),
                12,
                "孩子须有家长陪同。不卖食品、活物与管制刀具。散场请带走垃圾。");
    }

    private Flux<Stall> apply(MarketDay day, List<AccountId> people) {
        return Flux.fromIterable(people)
                .index((number, person) ->
                        takeStall.apply(person, day.id(), "摊主 %d".formatted(number + 1), List.of("baby", "book")))
                .concatMap(applied -> applied);
    }

    private Mono<Void> sell(Stall stall) {
        return Flux.range(0, SALES_EACH)
                .concatMap(n -> recordSale.record(stall.holder(), stall.id(), sale(stall, n)))
                .then();
    }

    private NewSale sale(Stall stall, int n) {
        var number = stall.number() == null ? n : stall.number() + n;
        return new NewSale(
                UUID.randomUUID(),
                THINGS.get(number % THINGS.size()),
                Money.fen(500 + 300L * (number % 7)),
                number % 3 == 0 ? Means.CASH : Means.CODE,
                clock.instant());
    }

    private Mono<AccountId> steward() {
        return accounts.findByContact(People.SCHOOL).map(AccountView::id);
    }
}
