package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.QuoteSheet;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.TenderLine;
import io.xunshi.platform.tender.domain.TenderTerms;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Suppliers' quotes. What can be known beforehand is asked before the tender is locked; the clock is read while nobody
 * can close it, so a quote is either in what is hashed at the close or refused.
 */
@Component
public class QuoteLine {
    /** Ten million yuan for a tonne, as of a lot. */
    private static final long PRICE_FEN_MAX = 1_000_000_000;

    private static final int VALID_DAYS_MAX = 90;

    private final TenderRepository tenders;
    private final QuoteRepository quotes;
    private final Lots lots;
    private final Materials materials;
    private final Organisations organisations;
    private final TradingGate gate;
    private final IdGenerator ids;
    private final Clock clock;

    QuoteLine(
            TenderRepository tenders,
            QuoteRepository quotes,
            Lots lots,
            Materials materials,
            Organisations organisations,
            TradingGate gate,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.quotes = quotes;
        this.lots = lots;
        this.materials = materials;
        this.organisations = organisations;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Quotes for a line, or says something else in the place of what was quoted. Raises
     * {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#CLOSED}, {@link TenderProblem#ONE_CONTROL},
     * {@link ExchangeProblem#LOT_NOT_OFFERED}, field faults, and what the trading gate and
     * {@link Organisations#requireRole} raise.
     */
    @Transactional
    public Mono<Quote> quote(AccountId person, TenderId id, Said said) {
        return organisations
                .requireRole(person, said.supplier(), MemberRole.TRADER)
                .then(open(id, said.supplier(), said.line()))
                .flatMap(asked -> lotOf(said)
                        .delayUntil(offer -> checkFits(asked, said, offer))
                        .delayUntil(offer -> gate.require(
                                said.supplier(),
                                offer.lot().materialCode(),
                                TradeSide.SELLER,
                                offer.lot().areaCode(),
                                clock.instant()))
                        .flatMap(offer -> lockOpen(id).flatMap(tender -> quotes.say(quote(id, said, offer), person))));
    }

    /** Raises {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#CLOSED}, {@link TenderProblem#QUOTE_NOT_FOUND}. */
    @Transactional
    public Mono<Void> withdraw(AccountId person, TenderId id, int line, OrganisationId supplier) {
        return organisations
                .requireRole(person, supplier, MemberRole.TRADER)
                .then(open(id, supplier, line))
                .then(lockOpen(id))
                .flatMap(tender -> quotes.withdraw(id, line, supplier, clock.instant()))
                .switchIfEmpty(Mono.error(TenderProblem.QUOTE_NOT_FOUND::raise))
                .then();
    }

    private Mono<AskedLine> open(TenderId id, OrganisationId supplier, int line) {
        return tenders.find(id)
                .filter(tender -> tender.published() != null && tender.isSeenBy(List.of(supplier)))
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .filterWhen(tender ->
                        organisations.underOneControl(tender.buyer(), supplier).map(isOne -> !isOne))
                .switchIfEmpty(Mono.error(TenderProblem.ONE_CONTROL::raise))
                .filter(tender -> tender.takesQuotesAt(clock.instant()))
                .switchIfEmpty(Mono.error(TenderProblem.CLOSED::raise))
                .flatMap(tender ->
                        Mono.justOrEmpty(tender.terms().line(line)).map(asked -> new AskedLine(tender.terms(), asked)))
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise));
    }

    private Mono<Tender> lockOpen(TenderId id) {
        return tenders.lock(id)
                .filter(tender -> tender.takesQuotesAt(clock.instant()))
                .switchIfEmpty(Mono.error(TenderProblem.CLOSED::raise));
    }

    private Mono<LotOffer> lotOf(Said said) {
        return lots.offer(said.lot())
                .filter(offer -> offer.lot().seller().equals(said.supplier()))
                .switchIfEmpty(Mono.error(() -> FieldFault.refuse(List.of(fault("lotId", "lot")))))
                .filter(offer -> offer.lot().state() == LotState.OFFERED)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise));
    }

    private Mono<Void> checkFits(AskedLine asked, Said said, LotOffer offer) {
        return materials
                .findEdition(offer.lot().materialCode(), offer.lot().materialEdition())
                .map(material -> faultsOf(asked, said, offer, material))
                .flatMap(faults -> faults.isEmpty() ? Mono.empty() : Mono.error(FieldFault.refuse(faults)));
    }

    private List<FieldFault> faultsOf(AskedLine asked, Said said, LotOffer offer, Material material) {
        var faults = new ArrayList<FieldFault>();
        if (!material.isWithin(asked.line().materialCode())) {
            faults.add(fault("lotId", "lot-material"));
        }
        if (!(offer.formula() instanceof PriceFormula.Fixed)) {
            faults.add(fault("lotId", "lot-formula"));
        }
        if (!asked.line().isTakenInPartsOf(said.quantity()) || !offer.isSoldInPartsOf(said.quantity())) {
            faults.add(fault("quantity", "quote-quantity"));
        }
        var price = said.price();
        if (!price.currency().equals(Money.CNY) || price.amount() < 1 || price.amount() > PRICE_FEN_MAX) {
            faults.add(fault("price", "price"));
        }
        var closes = LocalDate.ofInstant(asked.terms().closesAt(), CityTime.ZONE);
        if (said.validTo().isBefore(closes) || said.validTo().isAfter(closes.plusDays(VALID_DAYS_MAX))) {
            faults.add(fault("validTo", "valid-to"));
        }
        return List.copyOf(faults);
    }

    private static FieldFault fault(String field, String rule) {
        return new FieldFault(field, "tender.field." + rule);
    }

    private Quote quote(TenderId id, Said said, LotOffer offer) {
        return new Quote(
                ids.next(),
                id,
                said.line(),
                said.supplier(),
                QuoteSheet.of(offer, said.quantity(), said.price(), said.validTo()),
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
    }

    /**
     * What a supplier says.
     *
     * @param lot one of their own
     * @param quantity grams or pieces
     * @param price for a tonne or a piece, on the lot's tax basis
     * @param validTo the last day on which they stand by it, in the city's time
     */
    public record Said(OrganisationId supplier, int line, LotId lot, long quantity, Money price, LocalDate validTo) {}

    private record AskedLine(TenderTerms terms, TenderLine line) {}
}
