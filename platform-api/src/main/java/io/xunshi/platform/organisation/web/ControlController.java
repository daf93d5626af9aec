package io.xunshi.platform.organisation.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.ControlLink;
import io.xunshi.platform.organisation.usecase.RecordControl;
import io.xunshi.platform.organisation.usecase.RecordControl.Known;
import io.xunshi.platform.organisation.usecase.RecordControl.Said;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** Beneficial control (实际控制) between organisations: owners declare it, officers confirm or record it. */
@RestController
@RequestMapping("/api/v1")
class ControlController {
    private final RecordControl recordControl;

    ControlController(RecordControl recordControl) {
        this.recordControl = recordControl;
    }

    /** The newest first. */
    @GetMapping("/organisations/{id}/control-links")
    @Access(Caller.SIGNED_IN)
    Mono<List<ControlLinkResponse>> of(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return recordControl.findOf(who.id(), new OrganisationId(id)).map(ControlController::responses);
    }

    /** Counts once an officer has confirmed it. */
    @PostMapping("/organisations/{id}/control-links")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<ControlLinkResponse> declare(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ControlRequest request) {
        return recordControl
                .declare(who.id(), new OrganisationId(id), request.said())
                .map(ControlLinkResponse::of);
    }

    /** What waits for an officer, the longest waiting first. */
    @GetMapping("/control-cases")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<ControlLinkResponse>> waiting() {
        return recordControl.findDeclared().map(ControlController::responses);
    }

    @PostMapping("/control-cases/{id}/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> confirm(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return recordControl.decide(who.id(), id, true).then();
    }

    @PostMapping("/control-cases/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> refuse(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return recordControl.decide(who.id(), id, false).then();
    }

    /** It held until today. */
    @PostMapping("/control-cases/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return recordControl.end(who.id(), id).then();
    }

    /** Whatever is said of it, the newest first. */
    @GetMapping("/organisation-register/{id}/control-links")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<ControlLinkResponse>> recorded(@PathVariable UUID id) {
        return recordControl.findRecorded(new OrganisationId(id)).map(ControlController::responses);
    }

    /** Recorded by an officer, and confirmed by that. */
    @PostMapping("/organisation-register/{id}/control-links")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<ControlLinkResponse> record(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ControlRequest request) {
        return recordControl
                .record(who.id(), new OrganisationId(id), request.said())
                .map(ControlLinkResponse::of);
    }

    private static List<ControlLinkResponse> responses(List<Known> known) {
        return known.stream().map(ControlLinkResponse::of).toList();
    }

    /**
     * @param isController whether the organisation of the path controls the other
     * @param shareBasisPoints of the capital of the one that is controlled
     * @param source what shows it
     */
    record ControlRequest(
            @NotBlank @Size(max = 40) String otherCreditCode,
            @NotNull Boolean isController,
            @NotNull @Min(1) @Max(10_000) Integer shareBasisPoints,

            @NotBlank @Size(max = 200) @Pattern(regexp = PlainText.LINE)
            String source,

            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {

        Said said() {
            return new Said(otherCreditCode, isController, shareBasisPoints, source.strip(), validFrom, validTo);
        }
    }

    record ControlLinkResponse(
            UUID id,
            OrganisationResponse controller,
            OrganisationResponse controlled,
            int shareBasisPoints,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            ControlLink.State state) {
        static ControlLinkResponse of(Known known) {
            var link = known.link();
            return new ControlLinkResponse(
                    link.id(),
                    OrganisationResponse.of(known.controller()),
                    OrganisationResponse.of(known.controlled()),
                    link.shareBasisPoints(),
                    link.source(),
                    link.validFrom(),
                    link.validTo(),
                    link.state());
        }
    }
}
