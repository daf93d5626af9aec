package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.CircularTrade;
import io.xunshi.platform.surveillance.domain.CommonControl;
import io.xunshi.platform.surveillance.domain.Fact.EnglishBidding;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.domain.Fact.SettledPrice;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import io.xunshi.platform.surveillance.domain.Fact.Weighing;
import io.xunshi.platform.surveillance.domain.Finding;
import io.xunshi.platform.surveillance.domain.LastDigits;
import io.xunshi.platform.surveillance.domain.PriceOutlier;
import io.xunshi.platform.surveillance.domain.RepeatedGross;
import io.xunshi.platform.surveillance.domain.ShillBidding;
import io.xunshi.platform.surveillance.domain.SurveillanceCase;
import io.xunshi.platform.surveillance.domain.SurveillanceCase.CaseStep;
import io.xunshi.platform.surveillance.domain.TareDrift;
import io.xunshi.platform.surveillance.storage.CaseRepository;
import io.xunshi.platform.surveillance.storage.EnglishBiddingRepository;
import io.xunshi.platform.surveillance.storage.SettledPriceRepository;
import io.xunshi.platform.surveillance.storage.SignedDealRepository;
import io.xunshi.platform.surveillance.storage.WeighingRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the detectors over what is new, on one replica at a time. Facts are judged together with those around them, as
 * far back as a detector looks, so it does not matter in which order they were told or how many runs it takes; what was
 * raised before is not raised again.
 */
@Component
public class JudgeFacts {
    /** Of a kind, at a time; what is left waits for the next run. */
    private static final int FACTS_MOST = 500;

    private final CommonControl commonControl = new CommonControl();
    private final CircularTrade circularTrade = new CircularTrade();
    private final RepeatedGross repeatedGross = new RepeatedGross();
    private final LastDigits lastDigits = new LastDigits();
    private final TareDrift tareDrift = new TareDrift();
    private final PriceOutlier priceOutlier = new PriceOutlier();
    private final ShillBidding shillBidding = new ShillBidding();

    private final FindRelatedSides findRelatedSides;
    private final SignedDealRepository deals;
    private final WeighingRepository weighings;
    private final SettledPriceRepository prices;
    private final EnglishBiddingRepository biddings;
    private final CaseRepository cases;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    JudgeFacts(
            FindRelatedSides findRelatedSides,
            SignedDealRepository deals,
            WeighingRepository weighings,
            SettledPriceRepository prices,
            EnglishBiddingRepository biddings,
            CaseRepository cases,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.findRelatedSides = findRelatedSides;
        this.deals = deals;
        this.weighings = weighings;
        this.prices = prices;
        this.biddings = biddings;
        this.cases = cases;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Each kind of facts in a transaction of its own, since they have nothing to do with each other. */
    @Scheduled(fixedDelayString = "${xunshi.surveillance.judge-interval:60s}", initialDelayString = "5s")
    public Mono<Void> run() {
        return Flux.just(
                        Mono.defer(this::judgeSides),
                        Mono.defer(this::judgeDeals),
                        Mono.defer(this::judgeWeighings),
                        Mono.defer(this::judgePrices),
                        Mono.defer(this::judgeBiddings))
                .concatMap(this::alone)
                .then();
    }

    private Mono<Void> alone(Mono<Void> step) {
        return cases.becomeJudge().filter(alone -> alone).flatMap(alone -> step).as(transaction::transactional);
    }

    /** Who controls whom is often recorded after the deal, so old deals are judged again. */
    private Mono<Void> judgeSides() {
        return findRelatedSides.now().flatMap(related -> raise(commonControl.judge(related, Instant.MIN)));
    }

    private Mono<Void> judgeDeals() {
        return deals.findNew(FACTS_MOST)
                .map(RelatedSides::deal)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> judgeDeals(found).then(deals.markJudged(found)));
    }

    private Mono<Void> judgeDeals(List<SignedDeal> found) {
        var since = found.getFirst().at();
        var materials = found.stream().map(SignedDeal::materialCode).collect(Collectors.toSet());
        return deals.findOf(materials, since.minus(circularTrade.memory()))
                .collectList()
                .flatMap(facts -> raise(circularTrade.judge(facts, since)));
    }

    private Mono<Void> judgeWeighings() {
        return weighings
                .findNew(FACTS_MOST)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> judgeScales(found).then(judgePlates(found)).then(weighings.markJudged(found)));
    }

    private Mono<Void> judgeScales(List<Weighing> found) {
        var since = found.getFirst().at();
        var weighers = found.stream().map(Weighing::weigher).collect(Collectors.toSet());
        return weighings
                .findOfWeighers(weighers, since.minus(lastDigits.memory()))
                .collectList()
                .flatMap(facts -> raise(lastDigits.judge(facts, since))
                        .then(Mono.defer(() -> raise(repeatedGross.judge(facts, since)))));
    }

    private Mono<Void> judgePlates(List<Weighing> found) {
        var since = found.getFirst().at();
        var plates = found.stream().map(Weighing::plate).collect(Collectors.toSet());
        return weighings
                .findOfPlates(plates, since.minus(tareDrift.memory()))
                .collectList()
                .flatMap(facts -> raise(tareDrift.judge(facts, since)));
    }

    private Mono<Void> judgePrices() {
        return prices.findNew(FACTS_MOST)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> judgePrices(found).then(prices.markJudged(found)));
    }

    private Mono<Void> judgePrices(List<SettledPrice> found) {
        var since = found.getFirst().at();
        var materials = found.stream().map(SettledPrice::materialCode).collect(Collectors.toSet());
        return prices.findOf(materials, since.minus(priceOutlier.memory()))
                .collectList()
                .flatMap(facts -> raise(priceOutlier.judge(facts, since)));
    }

    private Mono<Void> judgeBiddings() {
        return biddings.findNew(FACTS_MOST)
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> judgeBiddings(found).then(biddings.markJudged(found)));
    }

    private Mono<Void> judgeBiddings(List<EnglishBidding> found) {
        var since = found.getFirst().at();
        return biddings.findAll(since.minus(shillBidding.memory()))
                .collectList()
                .flatMap(facts -> raise(shillBidding.judge(facts, since)));
    }

    private Mono<Void> raise(List<Finding> findings) {
        return Flux.fromIterable(findings)
                .map(this::alert)
                .concatMap(alert -> cases.raise(alert)
                        .filter(isNew -> isNew)
                        .flatMap(isNew -> cases.addStep(alert.id(), firstStep(alert))))
                .then();
    }

    private SurveillanceCase alert(Finding finding) {
        return new SurveillanceCase(
                ids.next(),
                finding.detector().ruleVersion(),
                finding,
                finding.evidenceHash(),
                CaseState.OPEN,
                null,
                null,
                null,
                clock.instant());
    }

    private static CaseStep firstStep(SurveillanceCase alert) {
        return new CaseStep(alert.state(), alert.raisedAt(), null, null, "");
    }
}
