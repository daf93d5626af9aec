package io.xunshi.platform.appraisal.web;

import io.xunshi.platform.appraisal.domain.Certificate.Finding;
import io.xunshi.platform.appraisal.usecase.AppraiseThing;
import io.xunshi.platform.appraisal.usecase.AppraiseThing.OnDesk;
import io.xunshi.platform.appraisal.usecase.FindAppraisals;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The counter at which a point's licensed people appraise. */
@RestController
@RequestMapping("/api/v1/appraisal-desk")
class AppraisalDeskController {
    private final AppraiseThing appraiseThing;
    private final FindAppraisals findAppraisals;

    AppraisalDeskController(AppraiseThing appraiseThing, FindAppraisals findAppraisals) {
        this.appraiseThing = appraiseThing;
        this.findAppraisals = findAppraisals;
    }

    /** What is brought to the operator's point, the next first. */
    @GetMapping
    @Access(Caller.POINT_OPERATOR)
    Mono<List<ThingResponse>> booked(@AuthenticationPrincipal SignedIn who) {
        return appraiseThing.booked(who.id()).map(ThingResponse::of).collectList();
    }

    @GetMapping("/{code}")
    @Access(Caller.POINT_OPERATOR)
    Mono<ThingResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return appraiseThing.find(who.id(), code).map(ThingResponse::of);
    }

    /** Once; what was certified stays as it is. */
    @PostMapping("/{code}/certificate")
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<CertificateResponse> certify(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @Valid @RequestBody FindingRequest request) {
        return appraiseThing
                .certify(who.id(), code, request.finding(), Objects.requireNonNullElse(request.numberTail(), ""))
                .flatMap(certified -> findAppraisals.byCode(certified.code()))
                .map(CertificateResponse::of);
    }

    /**
     * @param numberTail the last four characters of the number on the thing; null for things without one
     * @param seal number of the seal that was put on it
     * @param low what it is worth at least
     */
    record FindingRequest(
            @NotBlank @Size(max = 20) String conditionCode,
            @Nullable @Size(max = 60) Map<String, @NotNull @Size(max = 60) String> answers,
            @Nullable @Size(max = 10) String numberTail,
            @NotBlank @Size(max = 20) String seal,
            @NotNull @Size(max = 20) List<@NotNull UUID> photoIds,
            @NotNull Money low,
            @NotNull Money high,

            @Nullable @Size(max = 300) @Pattern(regexp = PlainText.LINES)
            String remark) {

        Finding finding() {
            return new Finding(
                    conditionCode,
                    null,
                    null,
                    Objects.requireNonNullElse(answers, Map.of()),
                    seal.strip().toUpperCase(Locale.ROOT),
                    photoIds.stream().distinct().toList(),
                    low.amount(),
                    high.amount(),
                    Objects.requireNonNullElse(remark, "").strip());
        }
    }

    /**
     * A thing that is brought.
     *
     * @param numbered whether the end of its number has to be typed off the thing
     */
    record ThingResponse(
            String code,
            LocalDate day,
            UUID listingId,
            String title,
            String categoryCode,
            String conditionCode,
            Money price,
            boolean numbered,
            @Nullable PhotoResponse photo) {
        static ThingResponse of(OnDesk desk) {
            var listing = desk.listing();
            return new ThingResponse(
                    desk.appraisal().code(),
                    desk.appraisal().day(),
                    listing.id().value(),
                    listing.title(),
                    listing.categoryCode(),
                    listing.conditionCode(),
                    listing.price(),
                    desk.isNumbered(),
                    listing.photos().stream().findFirst().map(PhotoResponse::of).orElse(null));
        }
    }
}
