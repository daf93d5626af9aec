package io.xunshi.platform.surveillance.domain;

import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.domain.Finding.Evidence;
import io.xunshi.platform.surveillance.domain.Finding.Figure;
import io.xunshi.platform.surveillance.domain.Finding.Figure.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 关联交易. Deals under one control are refused where they would be agreed; what is found here was recorded later, or hangs
 * together by people and browsers instead of by shares. Any of the three suffices.
 */
public final class CommonControl implements Detection<RelatedSides> {
    private static final double ANY = 1;

    @Override
    public Detector detector() {
        return Detector.COMMON_CONTROL;
    }

    @Override
    public Duration memory() {
        return Duration.ZERO;
    }

    @Override
    public List<Finding> judge(List<RelatedSides> facts, Instant since) {
        return facts.stream()
                .filter(fact -> !fact.at().isBefore(since) && ties(fact) >= ANY)
                .map(CommonControl::finding)
                .toList();
    }

    private static int ties(RelatedSides fact) {
        return (fact.underOneControl() ? 1 : 0) + fact.sharedPeople() + fact.sharedBrowsers();
    }

    private static Finding finding(RelatedSides fact) {
        var deal = fact.deal();
        return new Finding(
                Detector.COMMON_CONTROL,
                severity(fact),
                deal.materialCode(),
                Finding.keyOf(deal.code(), severity(fact)),
                ties(fact),
                ANY,
                List.of(
                        new Figure(Name.UNDER_ONE_CONTROL, fact.underOneControl() ? 1 : 0),
                        new Figure(Name.SHARED_PEOPLE, fact.sharedPeople()),
                        new Figure(Name.SHARED_BROWSERS, fact.sharedBrowsers())),
                List.of(deal.seller(), deal.buyer()),
                List.of(Evidence.of(deal, deal.seller(), deal.buyer(), deal.quantity())));
    }

    /** A browser may stand in a café. */
    private static Severity severity(RelatedSides fact) {
        if (fact.underOneControl()) {
            return Severity.HIGH;
        }
        return fact.sharedPeople() > 0 ? Severity.MEDIUM : Severity.LOW;
    }
}
