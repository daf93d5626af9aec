package io.xunshi.platform.appraisal.usecase;

import io.xunshi.platform.appraisal.storage.AppraisalRepository;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.listing.AppraisalMark;
import io.xunshi.platform.listing.Appraisals;
import io.xunshi.platform.listing.ListingView;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the listings' module, which asks for it whenever somebody reserves a thing. */
@Component
class MarkAppraised implements Appraisals {
    private final AppraisalRepository appraisals;
    private final Clock clock;

    MarkAppraised(AppraisalRepository appraisals, Clock clock) {
        this.appraisals = appraisals;
        this.clock = clock;
    }

    @Override
    public Mono<AppraisalMark> find(ListingView listing) {
        return FindAppraisals.markOf(listing, appraisals, LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
    }
}
