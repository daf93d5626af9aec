package io.xunshi.platform.appraisal.usecase;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.appraisal.domain.Appraisal;
import io.xunshi.platform.appraisal.domain.Appraisal.State;
import io.xunshi.platform.appraisal.storage.AppraisalRepository;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.Points;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A seller says where and when a thing is brought, and may call that off. */
@Component
public class BookAppraisal {
    private static final int DAYS_AHEAD = 30;

    private final AppraisalRepository appraisals;
    private final Listings listings;
    private final Points points;
    private final IdGenerator ids;
    private final Clock clock;

    BookAppraisal(AppraisalRepository appraisals, Listings listings, Points points, IdGenerator ids, Clock clock) {
        this.appraisals = appraisals;
        this.listings = listings;
        this.points = points;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link AppraisalProblem#NOT_FOUND} for somebody else's listing, {@link AppraisalProblem#NOT_POSSIBLE} for
     * one that is not on offer or kept by an agreement, {@link ConsignmentProblem#NO_SUCH_POINT},
     * {@link AppraisalProblem#ALREADY_BOOKED}, or a field fault for a day that is past or too far away.
     */
    @Transactional
    public Mono<Appraisal> book(AccountId seller, ListingId listing, PointId point, LocalDate day) {
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        return own(seller, listing)
                .delayUntil(this::checkPossible)
                .delayUntil(own -> checkDay(day, today))
                .flatMap(own -> points.find(point))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_POINT::raise))
                .delayUntil(there -> appraisals.endLapsed(listing.value(), Appraisal.oldestOpenDay(today)))
                .map(there -> booking(seller, listing, point, day))
                .delayUntil(booking -> appraisals
                        .book(booking, clock.instant())
                        .filter(booked -> booked)
                        .switchIfEmpty(Mono.error(AppraisalProblem.ALREADY_BOOKED::raise)));
    }

    /** Raises {@link AppraisalProblem#NOT_FOUND} or {@link AppraisalProblem#MOVED_ON}. */
    @Transactional
    public Mono<Appraisal> cancel(AccountId seller, UUID id) {
        return appraisals
                .find(id)
                .filter(appraisal -> appraisal.seller().equals(seller))
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise))
                .flatMap(appraisal -> appraisals.cancel(id))
                .switchIfEmpty(Mono.error(AppraisalProblem.MOVED_ON::raise));
    }

    private static Mono<Void> checkDay(LocalDate day, LocalDate today) {
        return day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))
                ? Mono.error(FieldFault.refuse(List.of(new FieldFault("day", "appraisal.field.day"))))
                : Mono.empty();
    }

    private Mono<ListingView> own(AccountId seller, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(seller))
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise));
    }

    /** A stock is many things, of which one would be looked at. */
    private Mono<Void> checkPossible(ListingView listing) {
        return listings.isKeptBy(listing.id(), listing.seller())
                .filter(kept -> kept && listing.isUnique() && listing.state() == ListingState.PUBLISHED)
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_POSSIBLE::raise))
                .then();
    }

    private Appraisal booking(AccountId seller, ListingId listing, PointId point, LocalDate day) {
        var id = ids.next();
        return new Appraisal(
                id, ShortCode.of('Z', id), listing.value(), seller, point.value(), day, State.BOOKED, null);
    }
}
