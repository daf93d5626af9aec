package io.xunshi.sample;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.GiftTerms;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Listing;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.usecase.DraftListing;
import io.xunshi.platform.listing.usecase.PublishListing;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.usecase.AskForGift;
import io.xunshi.platform.order.usecase.ChangeGift;
import io.xunshi.platform.order.usecase.FindGifts;
import io.xunshi.platform.order.usecase.FindGifts.WholeGift;
import io.xunshi.platform.order.usecase.RunGiftTimers;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.sample.Plan.Offering;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What people give away on the last days: a few things a day, asked for on the day after, drawn, chosen and fetched on
 * those that follow. What is on the way when the past ends stays so.
 */
class Presents {
    private static final int A_DAY = 4;
    private static final int AT_ONCE = 8;
    private static final int ASKERS_MAX = 6;
    private static final int WINDOW_HOURS = 24;
    private static final int PICKUP_HOURS = 72;

    private static final List<String> NOTES = List.of(
            "刚租的房子还空着，正好用得上。", "给老家的爸妈用，会好好爱惜。", "孩子念叨很久了，谢谢您。", "社区活动室缺一件，周末可以来搬。", "我自己会修，不怕旧。", "就住附近，随时能来拿。");

    private final DraftListing draftListing;
    private final PublishListing publishListing;
    private final AskForGift askForGift;
    private final ChangeGift changeGift;
    private final FindGifts findGifts;
    private final RunGiftTimers runGiftTimers;
    private final Devices devices;
    private final Catalog catalog;
    private final List<Present> onTheWay = new CopyOnWriteArrayList<>();

    Presents(
            DraftListing draftListing,
            PublishListing publishListing,
            AskForGift askForGift,
            ChangeGift changeGift,
            FindGifts findGifts,
            RunGiftTimers runGiftTimers,
            Devices devices,
            Catalog catalog) {
        this.draftListing = draftListing;
        this.publishListing = publishListing;
        this.askForGift = askForGift;
        this.changeGift = changeGift;
        this.findGifts = findGifts;
        this.runGiftTimers = runGiftTimers;
        this.devices = devices;
        this.catalog = catalog;
    }

    /**
     * A day after the others: what was promised is fetched, what was offered asked for, and more is offered, of the
     * kinds that are offered anyway and hold no data.
     */
    Mono<Void> happen(List<Offering> alike, List<AccountId> residents, Photographer photographer) {
        return runGiftTimers
                .runDue()
                .thenMany(Flux.fromIterable(onTheWay))
                .flatMap(present -> goOn(present, residents), AT_ONCE)
                .thenMany(Flux.fromIterable(alike))
                .filter(offering -> !devices.areIn(offering.good().category()))
                .take(A_DAY)
                .flatMap(
                        offering -> photographer
                                .photograph(offering)
                                .flatMap(photo -> give(offering, residents.get(offering.seller()), photo)),
                        AT_ONCE)
                .then();
    }

    private Mono<Void> give(Offering offering, AccountId giver, PhotoId photo) {
        return draftListing
                .draft(giver, offer(offering, photo))
                .map(Listing::id)
                .delayUntil(id -> publishListing.publish(giver, id))
                .doOnNext(id -> onTheWay.add(new Present(id, giver, offering.number())))
                .then();
    }

    private Offer offer(Offering offering, PhotoId photo) {
        var category = catalog.category(offering.good().category()).orElseThrow();
        var title = offering.good().titles().getFirst() + " 免费送";
        return new Offer(
                title,
                "用不上了，送给需要的人。%n%s。%n请自取，拿走不谢。"
                        .formatted(String.join("，", offering.good().facts())),
                category.code(),
                Answers.to(category, title, new Random(offering.number())),
                offering.conditionCode(),
                Money.fen(0),
                offering.districtCode(),
                new Place(offering.lat(), offering.lon()),
                List.of(photo),
                false,
                null,
                null,
                terms(offering.number()),
                null,
                null,
                null);
    }

    private static GiftTerms terms(int number) {
        var choices = GiftChoice.values();
        return new GiftTerms(choices[number % choices.length], WINDOW_HOURS, PICKUP_HOURS);
    }

    private Mono<Void> goOn(Present present, List<AccountId> residents) {
        return findGifts.findOf(present.listing(), present.giver()).flatMap(gift -> switch (gift.gift()
                .state()) {
            case OPEN -> gift.gift().asks() == 0 ? ask(gift, present.number(), residents) : Mono.empty();
            case CHOOSING -> choose(gift);
            case PROMISED -> fetch(gift, present.number());
            case GIVEN, ENDED -> Mono.fromRunnable(() -> onTheWay.remove(present));
        });
    }

    private Mono<Void> ask(WholeGift gift, int number, List<AccountId> residents) {
        var random = new Random(number);
        var first = residents.size() / 2 + random.nextInt(residents.size() / 4);
        return Flux.fromStream(() -> IntStream.range(first, first + 1 + random.nextInt(ASKERS_MAX))
                        .boxed())
                .concatMap(asker -> askForGift.ask(
                        residents.get(asker), gift.gift().id(), Wording.pick(NOTES, random), ticket(random)))
                .then();
    }

    private Mono<Void> choose(WholeGift gift) {
        var line = gift.asks().stream()
                .filter(ask -> ask.state() == GiftAskState.WAITING)
                .map(GiftAsk::id)
                .toList();
        return changeGift.choose(gift.gift().giver(), gift.gift().id(), line).then();
    }

    /** One of five does not come. */
    private Mono<Void> fetch(WholeGift gift, int number) {
        var receiver = promised(gift);
        return receiver == null || number % 5 == 4
                ? Mono.empty()
                : changeGift.confirm(receiver, gift.gift().id()).then();
    }

    private static @Nullable AccountId promised(WholeGift gift) {
        return gift.asks().stream()
                .filter(ask -> ask.state() == GiftAskState.PROMISED)
                .map(GiftAsk::asker)
                .findFirst()
                .orElse(null);
    }

    private static String ticket(Random random) {
        var drawn = new byte[16];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    /** Takes a picture of what is offered. */
    interface Photographer {
        Mono<PhotoId> photograph(Offering offering);
    }

    /** @param number of what is given; what chance decides depends on it, and not on the order of events */
    private record Present(ListingId listing, AccountId giver, int number) {}
}
