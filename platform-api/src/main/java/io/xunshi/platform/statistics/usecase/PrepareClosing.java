package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.statistics.domain.DisclosureAudit;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.domain.WeekClosing;
import io.xunshi.platform.statistics.domain.WeekPseudonyms;
import io.xunshi.transparency.price.DominanceRule;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Decides what a closing shows, and attacks it: two linear programs for each hidden cell, which is why it happens
 * neither on an event loop nor in a transaction.
 */
@Component
class PrepareClosing {
    private final DominanceRule rule;
    private final WeekPseudonyms names;

    PrepareClosing(PriceSettings settings) {
        rule = new DominanceRule(settings.dominancePercent());
        names = new WeekPseudonyms(settings.secretBytes());
    }

    /**
     * Raises {@link ExposingClosing}.
     *
     * @param deals all of the week
     */
    Mono<WeekClosing> prepare(PriceWeek week, Vintage vintage, List<ObservedDeal> deals) {
        return Mono.fromCallable(() -> audited(WeekClosing.of(week, vintage, deals, rule, names)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private WeekClosing audited(WeekClosing closing) {
        var exposed = new DisclosureAudit(rule).of(closing.deals());
        if (!exposed.isEmpty()) {
            throw new ExposingClosing(exposed.size());
        }
        return closing;
    }
}
