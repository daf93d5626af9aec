package io.xunshi.platform.statistics.usecase;

import io.xunshi.platform.statistics.StatisticsProblem;
import io.xunshi.platform.statistics.domain.PriceQuestion;
import io.xunshi.platform.statistics.domain.PriceRelease;
import io.xunshi.platform.statistics.domain.PublishedPrice;
import io.xunshi.platform.statistics.storage.PricePublicationRepository;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands out what was published. */
@Component
public class FindPrices {
    private static final int MOST_RELEASES = 500;

    private final PricePublicationRepository publications;
    private final Clock clock;

    FindPrices(PricePublicationRepository publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /** By material, week, level and area. Raises {@link StatisticsProblem#TOO_MANY_PRICES} rather than give a part. */
    public Mono<List<PublishedPrice>> prices(PriceQuestion question) {
        return publications
                .find(question, PriceQuestion.MOST_ROWS + 1)
                .collectList()
                .filter(prices -> prices.size() <= PriceQuestion.MOST_ROWS)
                .switchIfEmpty(Mono.error(() -> StatisticsProblem.TOO_MANY_PRICES.raise(PriceQuestion.MOST_ROWS)));
    }

    /** The newest week first, the newest vintage of it first. */
    public Mono<List<PriceRelease>> releases() {
        return publications.findReleases(clock.instant(), MOST_RELEASES).collectList();
    }

    /** A publication byte for byte; raises {@link StatisticsProblem#NO_SUCH_RELEASE}. */
    public Mono<byte[]> publication(PriceWeek week, Vintage vintage) {
        return publications
                .findBytes(week, vintage)
                .switchIfEmpty(Mono.error(StatisticsProblem.NO_SUCH_RELEASE::raise));
    }
}
