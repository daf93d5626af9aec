package io.xunshi.sample;

import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.clearing.usecase.FindBills;
import io.xunshi.platform.clearing.usecase.PayBill;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.usecase.Negotiate;
import io.xunshi.platform.deal.usecase.SignContract;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.exchange.usecase.KeepStock;
import io.xunshi.platform.exchange.usecase.KeepStock.Receipt;
import io.xunshi.platform.exchange.usecase.OfferLot;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.ScaleTicket;
import io.xunshi.platform.fulfilment.domain.WeighDevice;
import io.xunshi.platform.fulfilment.usecase.AcceptDelivery;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad;
import io.xunshi.platform.fulfilment.usecase.DispatchLoad.Dispatch;
import io.xunshi.platform.fulfilment.usecase.KeepWeighDevices;
import io.xunshi.platform.fulfilment.usecase.Performed;
import io.xunshi.platform.fulfilment.usecase.ReportAssay;
import io.xunshi.platform.fulfilment.usecase.ReportAssay.Reading;
import io.xunshi.platform.fulfilment.usecase.TakeSample;
import io.xunshi.platform.fulfilment.usecase.TakeSample.NewSample;
import io.xunshi.platform.fulfilment.usecase.TakeTicket;
import io.xunshi.platform.fulfilment.usecase.TakeTicket.NewTicket;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.payment.Payments;
import io.xunshi.platform.payment.usecase.ConvergePayment;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What makes a price: yards that sell old extrusions to works, a few deals a week, from the offer to the money. None of
 * them has a demo login, so that whoever tries the platform finds nothing of theirs among their own.
 */
class Dealings {
    private static final String EXTRUSIONS = "NF-AL-EXT-O";
    private static final int DEALS_A_WEEK = 8;
    private static final int AT_ONCE = 4;
    private static final long TONNE = 1_000_000;
    private static final long KILOGRAM = 1_000;
    private static final int FEN_PER_YUAN = 100;
    private static final String SCALE = "DB-01";
    private static final long TARE = 14_180_000;
    private static final int KILOGRAMS_A_TONNE = 1_000;

    private final KeepStock keepStock;
    private final OfferLot offerLot;
    private final Negotiate negotiate;
    private final SignContract signContract;
    private final KeepWeighDevices keepWeighDevices;
    private final DispatchLoad dispatchLoad;
    private final TakeTicket takeTicket;
    private final TakeSample takeSample;
    private final ReportAssay reportAssay;
    private final AcceptDelivery acceptDelivery;
    private final FindBills findBills;
    private final PayBill payBill;
    private final Payments payments;
    private final ConvergePayment convergePayment;
    private final Payer payer;
    private final Firms firms;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Bargain> open = new ConcurrentLinkedQueue<>();

    Dealings(
            KeepStock keepStock,
            OfferLot offerLot,
            Negotiate negotiate,
            SignContract signContract,
            KeepWeighDevices keepWeighDevices,
            DispatchLoad dispatchLoad,
            TakeTicket takeTicket,
            TakeSample takeSample,
            ReportAssay reportAssay,
            AcceptDelivery acceptDelivery,
            FindBills findBills,
            PayBill payBill,
            Payments payments,
            ConvergePayment convergePayment,
            Payer payer,
            Firms firms,
            Clock clock) {
        this.keepStock = keepStock;
        this.offerLot = offerLot;
        this.negotiate = negotiate;
        this.signContract = signContract;
        this.keepWeighDevices = keepWeighDevices;
        this.dispatchLoad = dispatchLoad;
        this.takeTicket = takeTicket;
        this.takeSample = takeSample;
        this.reportAssay = reportAssay;
        this.acceptDelivery = acceptDelivery;
        this.findBills = findBills;
        this.payBill = payBill;
        this.payments = payments;
        this.convergePayment = convergePayment;
        this.payer = payer;
        this.firms = firms;
        this.clock = clock;
    }

    /** After {@link Firms#join}. */
    Mono<Void> begin(LocalDate day) {
        return Flux.concat(Flux.fromIterable(Firms.YARDS), Flux.fromIterable(Firms.WORKS))
                .concatMap(member -> firms.actingFor(
                        member,
                        (owner, firm) -> keepWeighDevices.save(
                                owner, firm, new WeighDevice(SCALE, "1 号地磅", "豫衡字 2026-0512", day.plusYears(1)))))
                .then();
    }

    /**
     * The contracts of a week.
     *
     * @param week counts them
     */
    Mono<Void> sign(LocalDate day, int week) {
        return Flux.fromStream(IntStream.range(0, DEALS_A_WEEK).mapToObj(number -> new Plan(day, week, number)))
                .flatMap(this::signed, AT_ONCE)
                .doOnNext(open::add)
                .then();
    }

    /** What {@link #sign} promised, once what follows from the signatures is done. */
    Mono<Void> deliver() {
        return each(this::delivered);
    }

    /** What was delivered, once it is billed. */
    Mono<Void> pay() {
        return each(this::paid).doOnSuccess(paid -> open.clear());
    }

    private Mono<Void> each(Function<Bargain, Mono<Void>> step) {
        return Flux.fromIterable(open).flatMap(step, AT_ONCE).then();
    }

    private Mono<Bargain> signed(Plan plan) {
        return firms.actingFor(plan.yard(), (owner, yard) -> offer(owner, yard, plan))
                .flatMap(lot -> firms.actingFor(
                        plan.works(),
                        (owner, works) -> negotiate
                                .buy(owner, works, lot.id(), lot.termsVersion(), plan.grams())
                                .delayUntil(deal -> sign(owner, works, deal))))
                .delayUntil(deal -> firms.actingFor(plan.yard(), (owner, yard) -> sign(owner, yard, deal)))
                .map(deal -> new Bargain(plan, deal.id()));
    }

    private Mono<Lot> offer(AccountId owner, OrganisationId yard, Plan plan) {
        return keepStock.receive(owner, yard, plan.receipt()).then(offerLot.offer(owner, yard, plan.terms()));
    }

    private Mono<Deal> sign(AccountId owner, OrganisationId firm, Deal deal) {
        return signContract.sign(owner, deal.id(), firm, deal.contractHash(), People.PASSWORD);
    }

    private Mono<Void> delivered(Bargain bargain) {
        var plan = bargain.plan();
        var load = new Dispatch(plan.plate(), "孙师傅", null, plan.grams(), true);
        return firms.actingFor(
                        plan.yard(),
                        (owner, yard) -> dispatchLoad
                                .dispatch(owner, bargain.deal(), load)
                                .flatMap(sent -> weigh(owner, yard, sent, plan, Scale.SELLER)))
                .flatMap(sent ->
                        firms.actingFor(plan.works(), (owner, works) -> weigh(owner, works, sent, plan, Scale.BUYER)))
                .flatMap(weighed ->
                        weighed.state() == FulfilmentState.WEIGHED ? assayed(bargain, weighed) : Mono.just(weighed))
                .then(firms.actingFor(plan.works(), (owner, works) -> acceptDelivery.accept(owner, bargain.deal())))
                .then();
    }

    /** The buyer's scale shows a few kilograms less, as scales do. */
    private Mono<Performed> weigh(AccountId owner, OrganisationId firm, Performed sent, Plan plan, Scale scale) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var load = sent.performance().loads().getFirst();
        var tare = plan.tare();
        var net = scale == Scale.SELLER ? plan.grams() : plan.grams() - plan.difference();
        return takeTicket.take(
                owner,
                firm,
                load.id(),
                new NewTicket(
                        scale,
                        SCALE,
                        null,
                        plan.plate(),
                        tare + net,
                        now,
                        tare,
                        now.minus(Duration.ofHours(1)),
                        null,
                        null,
                        List.of(),
                        ScaleTicket.Source.HAND));
    }

    /** Both read what was agreed. */
    private Mono<Performed> assayed(Bargain bargain, Performed weighed) {
        var plan = bargain.plan();
        var reading = new Reading("厂内化验室", weighed.reckoning().agreed(), Set.of(), List.of());
        var seals = IntStream.rangeClosed(1, 4)
                .mapToObj(part -> plan.reference() + "-" + part)
                .toList();
        return firms.actingFor(
                        plan.works(),
                        (owner, works) -> takeSample
                                .take(
                                        owner,
                                        bargain.deal(),
                                        works,
                                        new NewSample("李取样", "厂内料场", seals, clock.instant(), null, List.of()))
                                .then(Mono.defer(() -> reportAssay.report(owner, bargain.deal(), works, reading))))
                .then(firms.actingFor(
                        plan.yard(), (owner, yard) -> reportAssay.report(owner, bargain.deal(), yard, reading)));
    }

    private Mono<Void> paid(Bargain bargain) {
        return firms.actingFor(
                        bargain.plan().works(),
                        (owner, works) -> findBills
                                .findOf(owner, bargain.deal())
                                .flatMapIterable(bills -> bills)
                                .filter(bill -> bill.state() == BillState.DUE)
                                .concatMap(bill -> paid(owner, bill.id()))
                                .then(Mono.just(works)))
                .then();
    }

    private Mono<Void> paid(AccountId owner, UUID bill) {
        return payBill.pay(owner, bill)
                .flatMap(paid -> payer.pay(String.valueOf(paid.payUrl())))
                .then(payments.findByOrder(bill))
                .flatMap(payment -> convergePayment.converge(payment.id()))
                .then();
    }

    private record Bargain(Plan plan, DealId deal) {}

    /** One deal; what differs from deal to deal follows from its number. */
    private record Plan(LocalDate day, int week, int number) {

        String yard() {
            return Firms.YARDS.get(number % Firms.YARDS.size());
        }

        String works() {
            return Firms.WORKS.get((number + number / Firms.YARDS.size() + week) % Firms.WORKS.size());
        }

        /** To the kilogram, as nothing that is loaded comes to whole tonnes. */
        long grams() {
            return (6 + (number * 5 + week) % 4) * TONNE + scattered(KILOGRAMS_A_TONNE) * KILOGRAM;
        }

        /** Of the vehicle, with what is in its tank. */
        long tare() {
            return TARE + number * 90 * KILOGRAM + scattered(17) * KILOGRAM;
        }

        long difference() {
            return (2 + scattered(13)) * KILOGRAM;
        }

        private long scattered(int below) {
            return (number * 7_919L + week * 104_729L + below * 31L) % below;
        }

        String plate() {
            return "豫A%05d".formatted(30_000 + number * 1_111);
        }

        String reference() {
            return "LX-%s-%d".formatted(day, number);
        }

        Receipt receipt() {
            return new Receipt(EXTRUSIONS, grams(), Source.PRODUCTIVE_UNIT, reference(), day.minusDays(2));
        }

        LotTerms terms() {
            return new LotTerms(
                    EXTRUSIONS,
                    "旧铝型材 周供",
                    "",
                    grams(),
                    300,
                    Map.of(
                            "form", "extrusion",
                            "alloy_series", "6xxx",
                            "al_pct", "97.5",
                            "inclusion_pct", "1.2",
                            "radiation_usvh", "0.10",
                            "source", "old"),
                    Packing.BALED,
                    new Place(Firms.districtOf(yard()), "料场一号门"),
                    Delivery.AT_SELLER,
                    PaymentTerms.AFTER_WEIGHING,
                    TaxBasis.INCLUDES_VAT_13,
                    Money.fen(yuan() * FEN_PER_YUAN),
                    LotTerms.PLAIN,
                    grams(),
                    null,
                    List.of(),
                    day.plusDays(7));
        }

        /** Around a price that rises a little from week to week. */
        private long yuan() {
            return 15_300 + 45L * week + 30L * (number * 37 % 11 - 5);
        }
    }
}
