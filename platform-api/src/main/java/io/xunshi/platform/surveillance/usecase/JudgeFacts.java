package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.surveillance.domain.CaseState;
import io.xunshi.platform.surveillance.domain.CircularTrade;
import io.xunshi.platform.surveillance.domain.CommonControl;
import io.xunshi.platform.surveillance.domain.Detection;
import io.xunshi.platform.surveillance.domain.Detector;
import io.xunshi.platform.surveillance.domain.Fact;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs the detectors over what is new, on one replica at a time. Facts are judged together with those around them, as
 * far back as a detector looks, and what was raised before is not raised again. Facts that come late are judged with
 * all that has happened since; of a scale's last digits, they move the blocks of tickets after them, which are then
 * judged anew, but for a block that was raised before.
 */
@Component
public class JudgeFacts {
    private static final Logger log = LoggerFactory.getLogger(JudgeFacts.class);

    /** Of a kind, at a time; what is left waits for the next run. */
    private static final int FACTS_MOST = 500;

    private static final Duration BETWEEN_SIDES = Duration.ofHours(1);
    private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

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

    /**
     * Each kind of facts in a transaction of its own, since they have nothing to do with each other: what fails is
     * logged and tried again in the next run, and the others are judged.
     */
    @Scheduled(fixedDelayString = "${xunshi.surveillance.judge-interval:60s}", initialDelayString = "5s")
    public Mono<Void> run() {
        return alone("sides", this::judgeSides)
                .then(alone("deals", this::judgeDeals))
                .then(alone("weighings", this::judgeWeighings))
                .then(alone("prices", this::judgePrices))
                .then(alone("biddings", this::judgeBiddings));
    }

    private Mono<Void> alone(String kind, Supplier<Mono<Void>> step) {
        return cases.becomeJudge()
                .filter(alone -> alone)
                .flatMap(alone -> step.get())
                .as(transaction::transactional)
                .doOnError(error -> log.error("Judging {} failed", kind, error))
                .onErrorComplete();
    }

    /** Who controls whom is often recorded after the deal, so old deals are judged again, once an hour. */
    private Mono<Void> judgeSides() {
        var now = clock.instant();
        return cases.claimSides(now.minus(BETWEEN_SIDES), now)
                .filter(isMine -> isMine)
                .flatMap(isMine -> findRelatedSides.now())
                .flatMap(related -> judge(commonControl, related, Instant.MIN));
    }

    private Mono<Void> judgeDeals() {
        return batch(deals.findNew(FACTS_MOST + 1).map(RelatedSides::deal))
                .flatMap(found -> judgeDeals(found).then(deals.markJudged(found.facts())));
    }

    private Mono<Void> judgeDeals(Batch<SignedDeal> found) {
        var materials = found.facts().stream().map(SignedDeal::materialCode).collect(Collectors.toSet());
        return deals.findOf(materials, found.since().minus(circularTrade.memory()), found.until())
                .collectList()
                .flatMap(facts -> judge(circularTrade, facts, found.since()));
    }

    private Mono<Void> judgeWeighings() {
        return batch(weighings.findNew(FACTS_MOST + 1))
                .flatMap(
                        found -> judgeScales(found).then(judgePlates(found)).then(weighings.markJudged(found.facts())));
    }

    private Mono<Void> judgeScales(Batch<Weighing> found) {
        var weighers = found.facts().stream()
                .flatMap(ticket -> Stream.ofNullable(ticket.weigher()))
                .collect(Collectors.toSet());
        return weighings
                .findOfWeighers(weighers, found.since().minus(lastDigits.memory()), found.until())
                .collectList()
                .flatMap(facts -> judge(lastDigits, facts, found.since())
                        .then(Mono.defer(() -> judge(repeatedGross, facts, found.since()))));
    }

    private Mono<Void> judgePlates(Batch<Weighing> found) {
        var plates = found.facts().stream().map(Weighing::plate).collect(Collectors.toSet());
        return weighings
                .findOfPlates(plates, found.since().minus(tareDrift.memory()), found.until())
                .collectList()
                .flatMap(facts -> judge(tareDrift, facts, found.since()));
    }

    private Mono<Void> judgePrices() {
        return batch(prices.findNew(FACTS_MOST + 1))
                .flatMap(found -> judgePrices(found).then(prices.markJudged(found.facts())));
    }

    private Mono<Void> judgePrices(Batch<SettledPrice> found) {
        var materials = found.facts().stream().map(SettledPrice::materialCode).collect(Collectors.toSet());
        return prices.findOf(materials, found.since().minus(priceOutlier.memory()), found.until())
                .collectList()
                .flatMap(facts -> judge(priceOutlier, facts, found.since()));
    }

    private Mono<Void> judgeBiddings() {
        return batch(biddings.findNew(FACTS_MOST + 1))
                .flatMap(found -> judgeBiddings(found).then(biddings.markJudged(found.facts())));
    }

    private Mono<Void> judgeBiddings(Batch<EnglishBidding> found) {
        return biddings.findAll(found.since().minus(shillBidding.memory()), found.until())
                .collectList()
                .flatMap(facts -> judge(shillBidding, facts, found.since()));
    }

    private static <F extends Fact> Mono<Batch<F>> batch(Flux<F> found) {
        return found.collectList().filter(facts -> !facts.isEmpty()).map(Batch::of);
    }

    /** Away from the event loop, since it may take a while. */
    private <F extends Fact> Mono<Void> judge(Detection<F> detection, List<F> facts, Instant since) {
        return Mono.fromSupplier(() -> detection.judge(facts, since))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(findings -> !findings.isEmpty())
                .flatMap(findings -> raiseNew(detection.detector(), findings));
    }

    private Mono<Void> raiseNew(Detector detector, List<Finding> findings) {
        return cases.keysRaised(
                        detector.ruleVersion(),
                        findings.stream().map(Finding::key).toList())
                .collect(Collectors.toSet())
                .flatMapIterable(raised -> findings.stream()
                        .filter(finding -> !raised.contains(finding.key()))
                        .toList())
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

    /**
     * Facts that are judged in one run, the oldest of those that are new.
     *
     * @param until the time of the first fact that is left for the next run, which judges from there on again
     */
    private record Batch<F extends Fact>(List<F> facts, Instant until) {

        static <F extends Fact> Batch<F> of(List<F> found) {
            return found.size() > FACTS_MOST
                    ? new Batch<>(
                            found.subList(0, FACTS_MOST), found.get(FACTS_MOST).at())
                    : new Batch<>(found, NO_END);
        }

        Instant since() {
            return facts.getFirst().at();
        }
    }
}
