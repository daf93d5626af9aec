package io.xunshi.platform.credit.web;

import io.xunshi.platform.credit.domain.CreditLevel;
import io.xunshi.platform.credit.usecase.AppealDeed;
import io.xunshi.platform.credit.usecase.ReadCredit;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
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

/** Scores: the caller's own with all of its parts, of others the level alone. */
@RestController
@RequestMapping("/api/v1")
class CreditController {
    private final ReadCredit readCredit;
    private final AppealDeed appealDeed;

    CreditController(ReadCredit readCredit, AppealDeed appealDeed) {
        this.readCredit = readCredit;
        this.appealDeed = appealDeed;
    }

    @GetMapping("/my/credit")
    @Access(Caller.SIGNED_IN)
    @Limited("search")
    Mono<CreditResponse> own(@AuthenticationPrincipal SignedIn who) {
        return readCredit.ownOf(who.id()).map(CreditResponse::of);
    }

    /** The score as it is with the appeal; nothing counts otherwise before an officer has decided. */
    @PostMapping("/my/credit/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<CreditResponse> appeal(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody AppealRequest request) {
        return appealDeed
                .appeal(who.id(), request.deedId(), request.words().strip())
                .then(Mono.defer(() -> own(who)));
    }

    @GetMapping("/accounts/{id}/credit-level")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<LevelResponse> level(@PathVariable UUID id) {
        return readCredit.levelOf(new AccountId(id)).map(LevelResponse::new);
    }

    /** @param words plain text in lines; without control characters */
    record AppealRequest(
            @NotNull UUID deedId,

            @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String words) {}

    record LevelResponse(CreditLevel level) {}
}
