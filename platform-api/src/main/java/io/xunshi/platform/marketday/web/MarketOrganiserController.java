package io.xunshi.platform.marketday.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.usecase.RunOrganisers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Organisers of market days, whom administrators enter. */
@RestController
@RequestMapping("/api/v1/market-organisers")
class MarketOrganiserController {
    private final RunOrganisers runOrganisers;

    MarketOrganiserController(RunOrganisers runOrganisers) {
        this.runOrganisers = runOrganisers;
    }

    /** By name. */
    @GetMapping
    @Access(Caller.ADMINISTRATOR)
    Mono<List<OrganiserResponse>> all() {
        return runOrganisers.findAll().map(OrganiserResponse::of).collectList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.ADMINISTRATOR)
    @RequireIdempotencyKey
    Mono<OrganiserResponse> enter(@Valid @RequestBody EnterRequest request) {
        return runOrganisers
                .enter(request.stewardContact(), request.name().strip(), request.kind())
                .map(OrganiserResponse::of);
    }

    @GetMapping("/{id}/stewards")
    @Access(Caller.ADMINISTRATOR)
    Mono<List<StewardResponse>> stewards(@PathVariable UUID id) {
        return runOrganisers.stewardsOf(id).map(StewardResponse::of).collectList();
    }

    @PostMapping("/{id}/stewards")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> employ(@PathVariable UUID id, @Valid @RequestBody StewardRequest request) {
        return runOrganisers.employ(id, request.contact());
    }

    @DeleteMapping("/{id}/stewards/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.ADMINISTRATOR)
    Mono<Void> dismiss(@PathVariable UUID id, @PathVariable UUID account) {
        return runOrganisers.dismiss(id, new AccountId(account));
    }

    /** @param stewardContact of an account that acts for an organisation or works at a point */
    record EnterRequest(
            @NotBlank @Size(max = 100) String stewardContact,

            @NotBlank @Size(max = 60) @Pattern(regexp = PlainText.LINE)
            String name,

            @NotNull Organiser.Kind kind) {}

    record StewardRequest(@NotBlank @Size(max = 100) String contact) {}

    record OrganiserResponse(UUID id, String name, Organiser.Kind kind) {

        static OrganiserResponse of(Organiser organiser) {
            return new OrganiserResponse(organiser.id(), organiser.name(), organiser.kind());
        }
    }

    record StewardResponse(UUID accountId, String displayName, String maskedContact) {

        static StewardResponse of(AccountView account) {
            return new StewardResponse(account.id().value(), account.displayName(), account.maskedContact());
        }
    }
}
