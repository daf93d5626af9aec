package io.xunshi.sample;

import io.xunshi.platform.appraisal.domain.Licence;
import io.xunshi.platform.appraisal.usecase.KeepLicences;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.usecase.RunPoints;
import io.xunshi.platform.consignment.usecase.RunPoints.NewProfile;
import io.xunshi.platform.consignment.usecase.RunPoints.Rates;
import io.xunshi.platform.consignment.usecase.TakeIn;
import io.xunshi.platform.consignment.usecase.TakeIn.Intake;
import io.xunshi.platform.consignment.usecase.TakeIn.Thing;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Three consignment points, and on the shelf of the first what a grandmother without a telephone brought. */
class Points {
    private static final int CAPACITY = 200;
    private static final Rates RATES = new Rates(300, Map.of("furniture", 250));
    private static final List<Markdown> MARKDOWNS = List.of(new Markdown(14, 10), new Markdown(28, 20));

    private static final List<Opening> OPENINGS = List.of(
            new Opening("point@xunshi.example", "金水寄卖点", "金水区经三路 66 号", "ZZ-JS", 34.7830, 113.6790),
            new Opening("point2@xunshi.example", "二七寄卖点", "二七区大学南路 12 号", "ZZ-EQ", 34.7290, 113.6420),
            new Opening("point3@xunshi.example", "郑东寄卖点", "郑东新区商务内环路 9 号", "ZZ-ZD", 34.7720, 113.7270));

    private final RunPoints runPoints;
    private final TakeIn takeIn;
    private final KeepLicences keepLicences;
    private final Accounts accounts;
    private final Photos photos;
    private final Catalog catalog;
    private final Conditions conditions;
    private final PictureStudio studio = new PictureStudio();

    Points(
            RunPoints runPoints,
            TakeIn takeIn,
            KeepLicences keepLicences,
            Accounts accounts,
            Photos photos,
            Catalog catalog) {
        this.runPoints = runPoints;
        this.takeIn = takeIn;
        this.keepLicences = keepLicences;
        this.accounts = accounts;
        this.photos = photos;
        this.catalog = catalog;
        conditions = new Conditions(catalog);
    }

    Mono<Void> open() {
        return accounts.findByContact(People.ADMINISTRATOR)
                .map(AccountView::id)
                .flatMap(officer -> Flux.fromIterable(OPENINGS)
                        .concatMap(opening -> open(officer, opening))
                        .collectList()
                        .delayUntil(opened -> license(officer, opened.getFirst().account())))
                .flatMap(opened -> stock(opened.getFirst().account()))
                .then();
    }

    /** One of them may certify what people carry in. */
    private Mono<Licence> license(AccountId officer, AccountId operator) {
        return keepLicences.enter(
                officer,
                new Licence(
                        operator,
                        "豫鉴评 2026-0017",
                        List.of("furniture", "phone", "computer", "photo-audio", "clothing", "vehicle", "instrument"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2035, 12, 31)));
    }

    private Mono<Point> open(AccountId officer, Opening opening) {
        return runPoints.open(
                officer,
                opening.contact(),
                new NewProfile(
                        opening.name(),
                        opening.address(),
                        opening.districtCode(),
                        new Place(opening.lat(), opening.lon()),
                        "周一至周日 9:00–18:00",
                        CAPACITY),
                RATES);
    }

    private Mono<Agreement> stock(AccountId operator) {
        return Flux.fromIterable(Good.all())
                .filter(good -> good.category().equals("storage-furniture")
                        || good.category().equals("chair"))
                .distinct(Good::category)
                .concatMap(good -> picture(good, operator).map(photo -> thing(good, photo)))
                .collectList()
                .flatMap(things ->
                        takeIn.takeIn(operator, new Intake(null, "王秀英", 60, MARKDOWNS, EndChoice.DONATE, things)));
    }

    private Mono<PhotoId> picture(Good good, AccountId operator) {
        return Mono.fromCallable(() -> studio.photograph(good.drawing(), new Random(good.lowYuan())))
                .flatMap(picture -> photos.add(operator, picture))
                .map(PhotoView::id);
    }

    private Thing thing(Good good, PhotoId photo) {
        var category = catalog.category(good.category()).orElseThrow();
        var title = good.titles().getFirst();
        return new Thing(
                title,
                String.join("，", good.facts()) + "。",
                category.code(),
                Answers.to(category, title, new Random(1)),
                "GOOD",
                Money.fen(good.highYuan() * 50L),
                Money.fen(good.highYuan() * 40L),
                List.of(photo),
                conditions.reportOf(category.code(), "GOOD", List.of(photo)),
                "A-1");
    }

    private record Opening(String contact, String name, String address, String districtCode, double lat, double lon) {}
}
