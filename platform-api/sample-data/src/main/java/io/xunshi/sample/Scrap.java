package io.xunshi.sample;

import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SalePlan;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.auction.usecase.OfferSale;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.usecase.Negotiate;
import io.xunshi.platform.deal.usecase.SignContract;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.usecase.KeepStock;
import io.xunshi.platform.exchange.usecase.KeepStock.Receipt;
import io.xunshi.platform.exchange.usecase.OfferLot;
import io.xunshi.platform.exchange.usecase.PostDemand;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.WeighDevice;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad.Dispatch;
import io.xunshi.platform.fulfilment.usecase.KeepWeighDevices;
import io.xunshi.platform.fulfilment.usecase.Performed;
import io.xunshi.platform.fulfilment.usecase.TakeTicket;
import io.xunshi.platform.fulfilment.usecase.TakeTicket.NewTicket;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the recycler has in its yard and offers of it, what works look for, a price that waits for an answer, a contract
 * that waits for signatures, and a signed deal whose first load is on its way. Three of its lots are auctioned from the
 * first minute on.
 */
class Scrap {
    private static final long TONNE = 1_000_000;
    private static final int FEN_PER_YUAN = 100;
    private static final int OFFERED_DAYS = 30;
    private static final int TOLERANCE = 300;
    private static final long SIGNED_TONNES = 7;
    private static final String PLATE = "豫A7K219";
    private static final String SCALE = "DB-01";
    private static final long TARE = 14_260_000;

    private static final Duration UNTIL_OPENING = Duration.ofMinutes(1);
    private static final Duration AUCTIONED = Duration.ofDays(3);
    private static final Duration OPENING_OF_BIDS = Duration.ofHours(12);
    private static final Money BID_DEPOSIT = yuan(5_000);

    /** Each way of making a price in which a lot is not simply bid up. */
    private static final List<Auctioned> AUCTIONS = List.of(
            new Auctioned(extrusions("旧铝型材 断桥铝拆解 密封报价", 0, 10, 15_400), new Way.Sealed(fen(15_000), OPENING_OF_BIDS)),
            new Auctioned(
                    extrusions("旧铝型材 工业型材 降价拍卖", 0, 6, 15_900),
                    new Way.Dutch(fen(16_500), fen(50), Duration.ofHours(1), fen(14_000), TONNE)),
            new Auctioned(steel("重型废钢 厚 20 毫米以上 分批竞价", 0, 30, 2_600), new Way.Yankee(fen(2_450), fen(10), 5 * TONNE)));

    private static final List<Good> GOODS = List.of(
            extrusions("旧铝型材 门窗拆解 已去胶条", 46, 28, 15_600),
            new Good(
                    "NF-AL-CAST",
                    "混合生铝 机件为主",
                    18,
                    15,
                    14_200,
                    Packing.LOOSE,
                    Map.of(
                            "form", "casting",
                            "alloy_series", "cast",
                            "al_pct", "92",
                            "inclusion_pct", "2.0",
                            "iron_pct", "1.5",
                            "oil_pct", "1.0",
                            "radiation_usvh", "0.11",
                            "source", "dismantle")),
            new Good(
                    "NF-AL-UBC-B",
                    "易拉罐压包 单包 18 千克",
                    12,
                    10,
                    13_900,
                    Packing.BALED,
                    Map.of(
                            "form", "bale",
                            "alloy_series", "mixed",
                            "al_pct", "95",
                            "inclusion_pct", "1.0",
                            "bale_density_kgm3", "240",
                            "radiation_usvh", "0.10",
                            "source", "household")),
            steel("中型废钢 厚 10 毫米以上", 90, 60, 2_480));

    private final KeepStock keepStock;
    private final OfferLot offerLot;
    private final PostDemand postDemand;
    private final Negotiate negotiate;
    private final OfferSale offerSale;
    private final SignContract signContract;
    private final DispatchLoad dispatchLoad;
    private final KeepWeighDevices keepWeighDevices;
    private final TakeTicket takeTicket;
    private final Firms firms;
    private final Clock clock;
    private @Nullable DealId signedDeal;
    private @Nullable LotId soldLot;

    Scrap(
            KeepStock keepStock,
            OfferLot offerLot,
            PostDemand postDemand,
            Negotiate negotiate,
            OfferSale offerSale,
            SignContract signContract,
            DispatchLoad dispatchLoad,
            KeepWeighDevices keepWeighDevices,
            TakeTicket takeTicket,
            Firms firms,
            Clock clock) {
        this.keepStock = keepStock;
        this.offerLot = offerLot;
        this.postDemand = postDemand;
        this.negotiate = negotiate;
        this.offerSale = offerSale;
        this.signContract = signContract;
        this.dispatchLoad = dispatchLoad;
        this.keepWeighDevices = keepWeighDevices;
        this.takeTicket = takeTicket;
        this.firms = firms;
        this.clock = clock;
    }

    /** After {@link Firms#join}. */
    Mono<Void> trade() {
        return Flux.fromIterable(GOODS)
                .concatMap(this::offer)
                .collectList()
                .flatMap(lots -> look().then(propose(lots.get(1)))
                        .then(buy(lots.getFirst()))
                        .then(signed(lots.getFirst())))
                .thenMany(Flux.fromIterable(AUCTIONS))
                .concatMap(this::auction)
                .then();
    }

    private Mono<Sale> auction(Auctioned auctioned) {
        return firms.actingFor(
                People.RECYCLER,
                (owner, yard) -> offerLot.offer(owner, yard, auctioned.good().terms())
                        .flatMap(lot -> offerSale.draft(owner, lot.id(), auctioned.plan()))
                        .flatMap(sale -> offerSale.publish(owner, sale.id())));
    }

    /** After {@link #trade}, once what follows from the signatures is done. */
    Mono<Void> deliver() {
        return registerScales()
                .then(Mono.defer(() -> firms.actingFor(
                        People.RECYCLER,
                        (owner, yard) -> dispatchLoad
                                .dispatch(
                                        owner, signed(), new Dispatch(PLATE, "赵建国", null, SIGNED_TONNES * TONNE, true))
                                .flatMap(sent -> weighed(owner, yard, sent)))))
                .then();
    }

    private Mono<Void> registerScales() {
        return Flux.just(People.RECYCLER, Firms.SMELTER)
                .concatMap(member -> firms.actingFor(
                        member,
                        (owner, firm) -> keepWeighDevices.save(
                                owner, firm, new WeighDevice(SCALE, "1 号地磅", "豫衡字 2026-0417", today().plusMonths(10)))))
                .then();
    }

    private Mono<Performed> weighed(AccountId owner, OrganisationId yard, Performed sent) {
        var now = clock.instant();
        var load = sent.performance().loads().getFirst();
        return takeTicket.take(
                owner,
                yard,
                load.id(),
                new NewTicket(
                        Scale.SELLER,
                        SCALE,
                        null,
                        PLATE,
                        TARE + SIGNED_TONNES * TONNE,
                        now,
                        TARE,
                        now.minus(Duration.ofHours(1)),
                        null,
                        null,
                        List.of(),
                        ScaleTicket.Source.HAND));
    }

    /** The lot of which a deal was signed. */
    LotId sold() {
        return Objects.requireNonNull(soldLot, "Nothing was sold");
    }

    private DealId signed() {
        return Objects.requireNonNull(signedDeal, "Nothing was signed");
    }

    private Mono<Lot> offer(Good good) {
        return firms.actingFor(
                People.RECYCLER,
                (owner, yard) ->
                        keepStock.receive(owner, yard, good.receipt()).then(offerLot.offer(owner, yard, good.terms())));
    }

    private Mono<Void> look() {
        return firms.actingFor(
                        Firms.SMELTER,
                        (owner, works) -> postDemand.post(
                                owner,
                                works,
                                demand("NF-AL", "长期求购旧铝 型材生铝均可", 300, 10, 15_200, "ZZ-XY", "乔楼镇铝业大道 8 号", "3")))
                .then(firms.actingFor(
                        Firms.LUOYANG,
                        (owner, works) -> postDemand.post(
                                owner,
                                works,
                                demand(
                                        "NF-AL-EXT-O",
                                        "求购 6 系旧型材 可自提",
                                        60,
                                        20,
                                        null,
                                        TradeArea.OUTSIDE,
                                        "河南省洛阳市偃师区顾县镇",
                                        "1.5"))))
                .then();
    }

    private Mono<Void> propose(Lot lot) {
        return firms.actingFor(
                        Firms.SECOND_SMELTER,
                        (owner, works) -> negotiate.propose(owner, works, lot.id(), 15 * TONNE, yuan(13_850)))
                .then();
    }

    /** Both sign at once. */
    private Mono<Void> signed(Lot lot) {
        return firms.actingFor(
                        Firms.SMELTER,
                        (owner, works) -> negotiate
                                .buy(owner, works, lot.id(), lot.termsVersion(), SIGNED_TONNES * TONNE)
                                .delayUntil(deal -> sign(owner, works, deal)))
                .delayUntil(deal -> firms.actingFor(People.RECYCLER, (owner, yard) -> sign(owner, yard, deal)))
                .doOnNext(deal -> signedDeal = deal.id())
                .doOnNext(deal -> soldLot = lot.id())
                .then();
    }

    private Mono<Deal> sign(AccountId owner, OrganisationId firm, Deal deal) {
        return signContract.sign(owner, deal.id(), firm, deal.contractHash(), People.PASSWORD);
    }

    /** Thirteen tonnes stay to be bought. */
    private Mono<Deal> buy(Lot lot) {
        return firms.actingFor(
                Firms.SMELTER, (owner, works) -> negotiate.buy(owner, works, lot.id(), lot.termsVersion(), 8 * TONNE));
    }

    private static DemandTerms demand(
            String material,
            String title,
            int tonnes,
            int least,
            @Nullable Integer price,
            String area,
            String address,
            String inclusionMost) {
        return new DemandTerms(
                material,
                title,
                "",
                tonnes * TONNE,
                least * TONNE,
                Map.of("inclusion_pct", new Requirement.Between(null, new BigDecimal(inclusionMost))),
                new Place(area, address),
                Delivery.TO_BUYER,
                PaymentTerms.PROVISIONAL_AND_FINAL,
                TaxBasis.INCLUDES_VAT_13,
                price == null ? null : yuan(price),
                new Days(today(), today().plusDays(OFFERED_DAYS)),
                today().plusDays(OFFERED_DAYS));
    }

    private static Good extrusions(String title, int stock, int offered, int price) {
        return new Good(
                "NF-AL-EXT-O",
                title,
                stock,
                offered,
                price,
                Packing.BALED,
                Map.of(
                        "form", "extrusion",
                        "alloy_series", "6xxx",
                        "al_pct", "97.5",
                        "inclusion_pct", "1.2",
                        "radiation_usvh", "0.10",
                        "source", "old"));
    }

    static Good steel(String title, int stock, int offered, int price) {
        return new Good(
                "FE-SC-202A",
                title,
                stock,
                offered,
                price,
                Packing.LOOSE,
                Map.of(
                        "inclusion_pct", "0.4",
                        "thickness_mm", "12",
                        "sealed_container", "false",
                        "radiation_usvh", "0.12"));
    }

    private static long fen(long yuan) {
        return yuan * FEN_PER_YUAN;
    }

    private static Money yuan(long amount) {
        return Money.fen(amount * FEN_PER_YUAN);
    }

    private static LocalDate today() {
        return LocalDate.now(CityTime.ZONE);
    }

    /** A lot out of what is in stock, and how its price is made. */
    private record Auctioned(Good good, Way way) {

        SalePlan plan() {
            var opens = Instant.now().plus(UNTIL_OPENING);
            return new SalePlan(way, null, BID_DEPOSIT, opens, opens, opens.plus(AUCTIONED));
        }
    }

    /**
     * @param stock tonnes that came in
     * @param offered tonnes of it
     * @param price in yuan for a tonne
     */
    record Good(
            String material,
            String title,
            int stock,
            int offered,
            int price,
            Packing packing,
            Map<String, String> quality) {

        Receipt receipt() {
            return new Receipt(material, stock * TONNE, Source.PRODUCTIVE_UNIT, "GP-" + material, today().minusDays(3));
        }

        LotTerms terms() {
            return new LotTerms(
                    material,
                    title,
                    "",
                    offered * TONNE,
                    TOLERANCE,
                    quality,
                    packing,
                    new Place("ZZ-GY", "回郭镇工业路 1 号"),
                    Delivery.AT_SELLER,
                    PaymentTerms.PROVISIONAL_AND_FINAL,
                    TaxBasis.INCLUDES_VAT_13,
                    yuan(price),
                    LotTerms.PLAIN,
                    Math.max(TONNE, offered * TONNE / 4),
                    null,
                    List.of(),
                    today().plusDays(OFFERED_DAYS));
        }
    }
}
