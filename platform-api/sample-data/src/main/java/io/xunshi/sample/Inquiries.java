package io.xunshi.sample;

import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.usecase.KeepStock;
import io.xunshi.platform.exchange.usecase.KeepStock.Receipt;
import io.xunshi.platform.exchange.usecase.OfferLot;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.usecase.DraftTender;
import io.xunshi.platform.tender.usecase.QuoteLine;
import io.xunshi.platform.tender.usecase.QuoteLine.Said;
import io.xunshi.platform.tender.usecase.TenderPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What works ask for (询价): a tender that is open for quotes, and one whose quotes wait to be compared. */
class Inquiries {
    private static final String EXTRUSIONS = "NF-AL-EXT-O";
    private static final long TONNE = 1_000_000;
    private static final int FEN_PER_YUAN = 100;

    /** The shortest that a tender is open; it is over before anybody looks at it. */
    private static final Duration SHORT = Duration.ofMinutes(130);

    private static final Duration LONG = Duration.ofDays(6);
    private static final Duration DECISION = Duration.ofDays(10);

    private final KeepStock keepStock;
    private final OfferLot offerLot;
    private final DraftTender draftTender;
    private final QuoteLine quoteLine;
    private final Firms firms;
    private final MovingClock clock;

    Inquiries(
            KeepStock keepStock,
            OfferLot offerLot,
            DraftTender draftTender,
            QuoteLine quoteLine,
            Firms firms,
            MovingClock clock) {
        this.keepStock = keepStock;
        this.offerLot = offerLot;
        this.draftTender = draftTender;
        this.quoteLine = quoteLine;
        this.firms = firms;
        this.clock = clock;
    }

    /** After {@link Firms#join}. */
    Mono<Void> ask() {
        var month = LocalDate.now(CityTime.ZONE).getMonthValue();
        return publish("旧铝型材季度采购 两项", LONG)
                .then(publish("旧铝型材 %d 月补库".formatted(month), SHORT))
                .flatMap(tender -> quote(
                                tender,
                                People.RECYCLER,
                                new Supply("门窗旧型材 净料", 30, 20, 15_350, TaxBasis.INCLUDES_VAT_13, "ZZ-GY", "97.8"))
                        .then(quote(
                                tender,
                                Firms.LUOYANG,
                                new Supply(
                                        "6 系旧型材 散装",
                                        60,
                                        45,
                                        13_480,
                                        TaxBasis.EXCLUDES_VAT,
                                        TradeArea.OUTSIDE,
                                        "94.5"))))
                .then();
    }

    private Mono<Tender> publish(String title, Duration open) {
        return firms.actingFor(
                Firms.SMELTER,
                (owner, works) -> draftTender
                        .draft(owner, works, plan(title, clock.instant().plus(open)))
                        .flatMap(drafted -> draftTender.publish(owner, drafted.id())));
    }

    private static TenderPlan plan(String title, Instant closesAt) {
        return new TenderPlan(
                title,
                "送到乔楼厂区，每车不少于 10 吨。",
                "ZZ-XY",
                "乔楼镇铝业大道 8 号",
                Delivery.AT_SELLER,
                PaymentTerms.PROVISIONAL_AND_FINAL,
                TaxBasis.INCLUDES_VAT_13,
                Set.of(),
                null,
                List.of(
                        new Asked(
                                EXTRUSIONS,
                                50 * TONNE,
                                10 * TONNE,
                                Map.of("al_pct", new Requirement.Between(new BigDecimal("96"), null))),
                        new Asked("NF-AL-CAST", 20 * TONNE, 20 * TONNE, Map.of())),
                closesAt,
                closesAt.plus(DECISION));
    }

    private Mono<Quote> quote(Tender tender, String owner, Supply supply) {
        return firms.actingFor(
                owner,
                (person, yard) -> keepStock
                        .receive(person, yard, supply.receipt())
                        .then(offerLot.offer(person, yard, supply.terms()))
                        .flatMap(lot -> quoteLine.quote(
                                person,
                                tender.id(),
                                new Said(
                                        yard,
                                        1,
                                        lot.id(),
                                        supply.quoted() * TONNE,
                                        yuan(supply.price()),
                                        LocalDate.ofInstant(tender.terms().awardBy(), CityTime.ZONE)))));
    }

    private static Money yuan(long amount) {
        return Money.fen(amount * FEN_PER_YUAN);
    }

    /**
     * @param stock tonnes that came in, and are offered
     * @param quoted tonnes of it
     * @param price in yuan for a tonne
     */
    private record Supply(String title, int stock, int quoted, int price, TaxBasis tax, String area, String aluminium) {

        Receipt receipt() {
            return new Receipt(
                    EXTRUSIONS,
                    stock * TONNE,
                    Source.PRODUCTIVE_UNIT,
                    "GP-XJ",
                    LocalDate.now(CityTime.ZONE).minusDays(2));
        }

        LotTerms terms() {
            return new LotTerms(
                    EXTRUSIONS,
                    title,
                    "",
                    stock * TONNE,
                    300,
                    Map.of(
                            "form", "extrusion",
                            "alloy_series", "6xxx",
                            "al_pct", aluminium,
                            "inclusion_pct", "1.0",
                            "radiation_usvh", "0.10",
                            "source", "old"),
                    Packing.BALED,
                    new Place(area, area.equals(TradeArea.OUTSIDE) ? "河南省洛阳市偃师区顾县镇" : "回郭镇工业路 1 号"),
                    Delivery.AT_SELLER,
                    PaymentTerms.PROVISIONAL_AND_FINAL,
                    tax,
                    null,
                    LotTerms.PLAIN,
                    10 * TONNE,
                    null,
                    List.of(),
                    LocalDate.now(CityTime.ZONE).plusDays(30));
        }
    }
}
