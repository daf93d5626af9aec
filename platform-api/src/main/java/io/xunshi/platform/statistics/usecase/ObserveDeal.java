package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.FulfilmentEvents.StatementIssued;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.Fulfilments;
import io.xunshi.platform.fulfilment.PerformedDeals;
import io.xunshi.platform.fulfilment.PerformedDeals.PerformedDeal;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.statistics.domain.DeliveredInCity;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.storage.ObservationRepository;
import io.xunshi.platform.trace.LogQueue;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.TradeRecord.Step;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Notes what a deal was settled at, and has the log commit to it. Of goods that are counted there is no price of a
 * tonne, and nothing is noted. Everything may be told again.
 */
@Component
public class ObserveDeal {
    private static final int SECRET_BYTES = 32;

    private final Deals deals;
    private final Fulfilments fulfilments;
    private final PerformedDeals performedDeals;
    private final Organisations organisations;
    private final Materials materials;
    private final ObservationRepository observations;
    private final LogQueue log;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ObserveDeal(
            Deals deals,
            Fulfilments fulfilments,
            PerformedDeals performedDeals,
            Organisations organisations,
            Materials materials,
            ObservationRepository observations,
            LogQueue log,
            IdGenerator ids,
            Clock clock) {
        this.deals = deals;
        this.fulfilments = fulfilments;
        this.performedDeals = performedDeals;
        this.organisations = organisations;
        this.materials = materials;
        this.observations = observations;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** A provisional statement says no price yet. */
    @Transactional
    public Mono<Void> settled(StatementIssued issued) {
        return issued.isProvisional()
                ? Mono.empty()
                : deals.find(issued.dealId())
                        .filter(deal -> deal.measure() == Measure.WEIGHT)
                        .flatMap(deal -> facts(deal, issued))
                        .filter(Facts::isPriced)
                        .map(facts -> observed(facts, issued))
                        .flatMap(this::keep);
    }

    /** Sees which deals of a week were paid in full meanwhile: those are closed. Joins the caller's transaction. */
    Mono<Void> notePayments(PriceWeek week) {
        return observations
                .findUnpaid(week)
                .collectList()
                .flatMapIterable(unpaid -> unpaid)
                .concatMap(fulfilments::find)
                .filter(fulfilment -> fulfilment.state() == FulfilmentState.CLOSED)
                .concatMap(fulfilment -> observations.markPaid(fulfilment.dealId(), clock.instant()))
                .then();
    }

    private Mono<Facts> facts(DealView deal, StatementIssued issued) {
        return fulfilments
                .statement(issued.statementId())
                .flatMap(statement -> materials
                        .findEdition(deal.materialCode(), deal.materialEdition())
                        .flatMap(material -> performedDeals
                                .find(deal.id())
                                .flatMap(performed -> sides(deal)
                                        .map(sides -> new Facts(deal, statement, material, performed, sides)))));
    }

    private Mono<Sides> sides(DealView deal) {
        return organisations
                .controlGroupOf(deal.seller())
                .flatMap(seller -> organisations
                        .controlGroupOf(deal.buyer())
                        .flatMap(buyer -> organisations
                                .findAll(List.of(deal.seller(), deal.buyer()))
                                .collectList()
                                .map(both -> new Sides(seller, buyer, both))));
    }

    private ObservedDeal observed(Facts facts, StatementIssued issued) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var deal = facts.deal();
        return new ObservedDeal(
                deal.id(),
                PriceWeek.of(LocalDate.ofInstant(issued.at(), CityTime.ZONE)),
                deal.materialCode(),
                Objects.requireNonNullElse(facts.material().parent(), deal.materialCode()),
                deal.areaCode(),
                facts.statement().payableWeight(),
                facts.price(),
                facts.sides().sellerGroup(),
                facts.sides().buyerGroup(),
                facts.sides().sellerGroup().equals(facts.sides().buyerGroup()),
                facts.sides().areTraders(),
                facts.isAsSpecified(),
                Objects.requireNonNullElse(facts.material().minLotGrams(), 0L),
                secret,
                false,
                null,
                null);
    }

    private Mono<Void> keep(ObservedDeal observed) {
        return observations
                .add(observed, clock.instant())
                .filter(isNew -> isNew)
                .flatMap(isNew -> deals.find(observed.deal()))
                .flatMap(deal -> log.add(ids.next(), deal.id().value(), record(deal, observed)));
    }

    /** Its sides are nobody's in other records of the log. */
    private TradeRecord record(DealView deal, ObservedDeal observed) {
        return new TradeRecord(
                Step.PRICE_OBSERVED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                ids.next(),
                deal.code(),
                deal.materialCode(),
                deal.areaCode(),
                "",
                0,
                0,
                observed.observation().sealedWithDeal(observed.secret()),
                side(observed, "buyer", deal.buyer()),
                side(observed, "seller", deal.seller()));
    }

    private static String side(ObservedDeal observed, String role, OrganisationId organisation) {
        return Sha256.of("%s|%s|%s".formatted(HexFormat.of().formatHex(observed.secret()), role, organisation));
    }

    private record Facts(
            DealView deal, StatementView statement, Material material, PerformedDeal performed, Sides sides) {

        long price() {
            return DeliveredInCity.of(deal, statement.price());
        }

        /** Deductions can eat all of a price. */
        boolean isPriced() {
            return statement.payableWeight() > 0 && price() > 0;
        }

        boolean isAsSpecified() {
            var claim = performed.claim();
            return !performed.gradeFellShort() && (claim == null || !claim.upheld());
        }
    }

    private record Sides(OrganisationId sellerGroup, OrganisationId buyerGroup, List<OrganisationView> organisations) {

        boolean areTraders() {
            return organisations.stream()
                    .allMatch(organisation -> organisation.kind().isInTheTrade());
        }
    }
}
