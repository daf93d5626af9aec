package io.xunshi.platform.appraisal.web;

import io.xunshi.platform.appraisal.usecase.BookAppraisal;
import io.xunshi.platform.appraisal.usecase.FindAppraisals;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.ListingId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Appraisals as sellers book them and everybody reads them. */
@RestController
@RequestMapping("/api/v1")
class AppraisalController {
    private final BookAppraisal bookAppraisal;
    private final FindAppraisals findAppraisals;

    AppraisalController(BookAppraisal bookAppraisal, FindAppraisals findAppraisals) {
        this.bookAppraisal = bookAppraisal;
        this.findAppraisals = findAppraisals;
    }

    /** The newest valid certificate; to the owner also what is booked. */
    @GetMapping("/listings/{id}/appraisal")
    @Access(Caller.PUBLIC)
    Mono<AppraisalResponse> read(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return findAppraisals
                .ofListing(new ListingId(id), who == null ? null : who.id())
                .map(AppraisalResponse::of);
    }

    /** Once at a time for each listing; free of charge. */
    @PostMapping("/listings/{id}/appraisals")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @NewBusiness
    Mono<AppraisalResponse> book(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody BookingRequest request) {
        return bookAppraisal
                .book(who.id(), new ListingId(id), new PointId(request.pointId()), request.day())
                .then(read(who, id));
    }

    @PostMapping("/appraisals/{id}/cancellation")
    @Access(Caller.RESIDENT)
    Mono<AppraisalResponse> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return bookAppraisal.cancel(who.id(), id).flatMap(cancelled -> read(who, cancelled.listingId()));
    }

    /** By the code that stands on it. */
    @GetMapping("/appraisal-certificates/{code}")
    @Access(Caller.PUBLIC)
    Mono<CertificateResponse> certificate(@PathVariable String code) {
        return findAppraisals.byCode(code).map(CertificateResponse::of);
    }

    record BookingRequest(@NotNull UUID pointId, @NotNull LocalDate day) {}
}
