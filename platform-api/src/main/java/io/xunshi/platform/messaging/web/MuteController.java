package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.messaging.domain.MuteAppeal;
import io.xunshi.platform.messaging.domain.MuteStanding;
import io.xunshi.platform.messaging.usecase.AppealMute;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whether the caller may write to people, and their word against it. */
@RestController
@RequestMapping("/api/v1/my/mute")
class MuteController {
    private final AppealMute appealMute;

    MuteController(AppealMute appealMute) {
        this.appealMute = appealMute;
    }

    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<MuteResponse> find(@AuthenticationPrincipal SignedIn who) {
        return appealMute.standing(who.id()).map(MuteResponse::of).defaultIfEmpty(new MuteResponse(null));
    }

    /** Once for each time that somebody is muted; another moderator decides. */
    @PostMapping("/appeal")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<MuteResponse> appeal(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody MuteAppealRequest request) {
        return appealMute.appeal(who.id(), request.words().strip()).map(MuteResponse::of);
    }

    /** @param mute null for who may write */
    record MuteResponse(@Nullable OwnMute mute) {
        static MuteResponse of(MuteStanding standing) {
            return new MuteResponse(new OwnMute(standing.until(), standing.reason(), OwnAppeal.of(standing.appeal())));
        }
    }

    /**
     * @param reason what the moderator said
     * @param appeal null where there is none
     */
    record OwnMute(Instant until, String reason, @Nullable OwnAppeal appeal) {}

    /** @param refusal what a moderator says against it; null while it waits */
    record OwnAppeal(String words, Instant madeAt, @Nullable String refusal) {
        static @Nullable OwnAppeal of(@Nullable MuteAppeal appeal) {
            if (appeal == null) {
                return null;
            }
            var verdict = appeal.verdict();
            return new OwnAppeal(appeal.words(), appeal.madeAt(), verdict == null ? null : verdict.remark());
        }
    }

    record MuteAppealRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String words) {}
}
