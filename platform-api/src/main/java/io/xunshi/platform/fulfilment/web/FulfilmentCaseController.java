package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.usecase.FindFulfilments;
import io.xunshi.platform.fulfilment.usecase.Performed;
import io.xunshi.platform.fulfilment.usecase.PursueClaim;
import io.xunshi.platform.fulfilment.usecase.ReportAssay;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.DocumentAnswer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The officers' queue: readings that need an umpire, and claims that need a decision. */
@RestController
@RequestMapping("/api/v1/fulfilment-cases")
class FulfilmentCaseController {
    private final FindFulfilments findFulfilments;
    private final ReportAssay reportAssay;
    private final PursueClaim pursueClaim;

    FulfilmentCaseController(FindFulfilments findFulfilments, ReportAssay reportAssay, PursueClaim pursueClaim) {
        this.findFulfilments = findFulfilments;
        this.reportAssay = reportAssay;
        this.pursueClaim = pursueClaim;
    }

    /** The longest waiting first, at most fifty. */
    @GetMapping
    @Access(Caller.ADMINISTRATOR)
    Mono<Page<FulfilmentResponse>> waiting() {
        return findFulfilments
                .forOfficers()
                .map(found ->
                        new Page<>(found.stream().map(FulfilmentResponse::of).toList(), null));
    }

    @GetMapping("/{id}")
    @Access(Caller.ADMINISTRATOR)
    Mono<FulfilmentResponse> read(@PathVariable UUID id) {
        return findFulfilments.findForOfficer(new DealId(id)).map(FulfilmentResponse::of);
    }

    @GetMapping("/{id}/documents/{document}")
    @Access(Caller.ADMINISTRATOR)
    Mono<ResponseEntity<byte[]>> document(@PathVariable UUID id, @PathVariable UUID document) {
        return findFulfilments.documentForOfficer(new DealId(id), document).map(DocumentAnswer::of);
    }

    /** Names the umpire where the sides do not. */
    @PostMapping("/{id}/umpire")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> name(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody LaboratoryRequest request) {
        return answer(reportAssay.nameForBoth(
                who.id(), new DealId(id), request.laboratory().strip()));
    }

    /** What the umpire read, entered for the laboratory. */
    @PostMapping("/{id}/umpire-assay")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> umpire(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReadingRequest request) {
        return answer(reportAssay.umpire(who.id(), new DealId(id), request.reading("")));
    }

    @PostMapping("/{id}/decision")
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<FulfilmentResponse> decide(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        return answer(pursueClaim.decide(
                who.id(),
                new DealId(id),
                request.remedy().remedy(),
                request.reasons().strip()));
    }

    private Mono<FulfilmentResponse> answer(Mono<Performed> performed) {
        return performed.flatMap(findFulfilments::seenByOfficer).map(FulfilmentResponse::of);
    }

    record LaboratoryRequest(
            @NotBlank @Size(max = 80) @Pattern(regexp = PlainText.LINE)
            String laboratory) {}

    record DecisionRequest(
            @NotNull @Valid RemedyRequest remedy,

            @NotBlank @Size(max = 2_000) @Pattern(regexp = PlainText.LINES)
            String reasons) {}
}
