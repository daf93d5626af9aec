package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.deal.Award;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.tender.TenderEvents.TenderAwarded;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.AwardPick;
import io.xunshi.platform.tender.domain.AwardRules;
import io.xunshi.platform.tender.domain.Comparison;
import io.xunshi.platform.tender.domain.Comparison.Ranked;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.Quote.Result;
import io.xunshi.platform.tender.domain.QuoteSheet;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.TenderText;
import io.xunshi.platform.tender.storage.QuoteRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes quotes: all that a buyer takes of one tender become deals at once, or none does. */
@Component
public class AwardTender {
    private final TenderRepository tenders;
    private final QuoteRepository quotes;
    private final Deals deals;
    private final Lots lots;
    private final Organisations organisations;
    private final TradingGate gate;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    AwardTender(
            TenderRepository tenders,
            QuoteRepository quotes,
            Deals deals,
            Lots lots,
            Organisations organisations,
            TradingGate gate,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.quotes = quotes;
        this.deals = deals;
        this.lots = lots;
        this.organisations = organisations;
        this.gate = gate;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Decides the tender. Raises {@link TenderProblem#NOT_FOUND}, {@link TenderProblem#WRONG_STATE}, field faults, what
     * {@link Organisations#requireRole} raises, and of the quote that a member <code>quoteId</code> names
     * {@link TenderProblem#LOT_CHANGED}, {@link ExchangeProblem#LOT_NOT_OFFERED} and what the trading gate raises.
     */
    @Transactional
    public Mono<Tender> award(AccountId person, TenderId id, List<AwardPick> picks) {
        return tenders.lock(id)
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .delayUntil(tender -> organisations.requireRole(person, tender.buyer(), MemberRole.TRADER))
                .filter(tender -> tender.isToBeDecidedAt(clock.instant()))
                .switchIfEmpty(Mono.error(TenderProblem.WRONG_STATE::raise))
                .flatMap(tender -> quotes.findOf(id).collectList().flatMap(all -> award(tender, all, picks)));
    }

    private Mono<Tender> award(Tender tender, List<Quote> all, List<AwardPick> picks) {
        var comparisons = Comparison.of(tender.terms(), all, clock.instant());
        var faults = new AwardRules(comparisons).faultsOf(picks);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        return Flux.fromIterable(taken(all, picks))
                .concatMap(taken -> agree(tender.buyer(), taken))
                .collectList()
                .flatMap(agreed -> settle(comparisons, agreed)
                        .then(tenders.end(tender.id(), TenderState.AWARDED, clock.instant(), null))
                        .delayUntil(awarded -> events.publish(new TenderAwarded(
                                ids.next(),
                                clock.instant(),
                                awarded.id(),
                                awarded.facts(),
                                valueOf(agreed),
                                Sha256.of(TenderText.ofAwards(awarded, picks))))));
    }

    /** In the order of their lots, so that of two buyers who decide at once none waits for the other. */
    private static List<Taken> taken(List<Quote> all, List<AwardPick> picks) {
        var byId = all.stream().collect(Collectors.toMap(Quote::id, Function.identity()));
        return picks.stream()
                .flatMap(pick -> Stream.ofNullable(byId.get(pick.quote())).map(quote -> new Taken(quote, pick)))
                .sorted(Comparator.comparing(
                        taken -> taken.quote().sheet().lot().value()))
                .toList();
    }

    private Mono<Agreed> agree(OrganisationId buyer, Taken taken) {
        var sheet = taken.quote().sheet();
        return require(taken.quote().supplier(), TradeSide.SELLER, sheet)
                .then(require(buyer, TradeSide.BUYER, sheet))
                .then(Mono.defer(() -> deals.agree(
                        new Award(sheet.lot(), null, buyer, taken.pick().quantity(), sheet.price()))))
                .delayUntil(deal -> checkSame(sheet))
                .map(deal -> new Agreed(taken, deal))
                .onErrorMap(
                        ProblemException.class,
                        refused -> refused.with("quoteId", taken.pick().quote()));
    }

    private Mono<Void> require(OrganisationId organisation, TradeSide side, QuoteSheet sheet) {
        return gate.require(organisation, sheet.materialCode(), side, sheet.areaCode(), clock.instant())
                .then();
    }

    /** The deal holds a part of the lot, so that its seller cannot say anything else of it from here on. */
    private Mono<Void> checkSame(QuoteSheet sheet) {
        return lots.offer(sheet.lot())
                .filter(offer -> offer.termsVersion() == sheet.lotTerms())
                .switchIfEmpty(Mono.error(TenderProblem.LOT_CHANGED::raise))
                .then();
    }

    private Mono<Void> settle(List<Comparison> comparisons, List<Agreed> agreed) {
        var byQuote = agreed.stream()
                .collect(Collectors.toMap(one -> one.taken().quote().id(), Function.identity()));
        return Flux.fromIterable(comparisons)
                .concatMap(comparison -> Flux.fromIterable(comparison.quotes())
                        .concatMap(ranked -> quotes.settle(
                                ranked.quote().id(),
                                result(ranked, comparison.quotes().size(), byQuote))))
                .then();
    }

    private static Result result(Ranked ranked, int of, Map<UUID, Agreed> byQuote) {
        return new Result(ranked.rank(), of, award(byQuote.get(ranked.quote().id())));
    }

    private static Quote.@Nullable Award award(@Nullable Agreed agreed) {
        return agreed == null
                ? null
                : new Quote.Award(
                        agreed.taken().pick().quantity(),
                        agreed.deal().id(),
                        agreed.taken().pick().reason());
    }

    private static Money valueOf(List<Agreed> agreed) {
        return agreed.stream().map(one -> one.deal().value()).reduce(Money.fen(0), Money::plus);
    }

    private record Taken(Quote quote, AwardPick pick) {}

    private record Agreed(Taken taken, DealView deal) {}
}
