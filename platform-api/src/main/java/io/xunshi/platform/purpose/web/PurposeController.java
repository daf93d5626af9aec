package io.xunshi.platform.purpose.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.purpose.PurposeKind;
import io.xunshi.platform.purpose.domain.Purpose;
import io.xunshi.platform.purpose.usecase.DeclarePurpose;
import io.xunshi.platform.purpose.usecase.DeclarePurpose.Said;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** What officers look at personal data for. */
@RestController
@RequestMapping("/api/v1/oversight/purposes")
class PurposeController {
    private final DeclarePurpose declarePurpose;

    PurposeController(DeclarePurpose declarePurpose) {
        this.declarePurpose = declarePurpose;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Caller.REGULATOR, Caller.ADMINISTRATOR})
    @RequireIdempotencyKey
    Mono<PurposeResponse> declare(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody DeclarationRequest request) {
        return declarePurpose.declare(who, request.said()).map(this::response);
    }

    /** One's own, newest first, at most twenty. */
    @GetMapping
    @Access({Caller.REGULATOR, Caller.ADMINISTRATOR})
    Mono<List<PurposeResponse>> own(@AuthenticationPrincipal SignedIn who) {
        return declarePurpose.findOf(who.id()).map(this::response).collectList();
    }

    /** Before its hours are over; looks that were made stay as they are. */
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access({Caller.REGULATOR, Caller.ADMINISTRATOR})
    Mono<Void> end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return declarePurpose.end(who.id(), id);
    }

    private PurposeResponse response(Purpose purpose) {
        return new PurposeResponse(
                purpose.id(),
                purpose.kind(),
                purpose.caseNumber(),
                purpose.reason(),
                purpose.untoldUntil(),
                purpose.declaredAt(),
                purpose.validUntil(),
                declarePurpose.isOpen(purpose));
    }

    /**
     * @param caseNumber what the authority knows the case by; needed for a case, left out for a duty without one
     * @param reason in words
     * @param hours how long it is valid, 1 to 12
     * @param untoldUntil until when the people seen shall not be told; for cases alone, half a year at most
     */
    record DeclarationRequest(
            @NotNull PurposeKind kind,

            @Nullable @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String caseNumber,

            @NotBlank @Size(min = 4, max = 300) @Pattern(regexp = PlainText.LINES)
            String reason,

            @NotNull @Min(1) @Max(Purpose.HOURS_MOST) Integer hours,
            @Nullable Instant untoldUntil) {

        Said said() {
            return new Said(kind, caseNumber == null ? "" : caseNumber.strip(), reason.strip(), hours, untoldUntil);
        }
    }

    /** @param isOpen whether it covers a look now */
    record PurposeResponse(
            UUID id,
            PurposeKind kind,
            String caseNumber,
            String reason,
            @Nullable Instant untoldUntil,
            Instant declaredAt,
            Instant validUntil,
            boolean isOpen) {}
}
