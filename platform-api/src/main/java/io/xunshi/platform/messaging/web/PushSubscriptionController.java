package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.PushAddress;
import io.xunshi.platform.messaging.usecase.PushSettings;
import io.xunshi.platform.messaging.usecase.ReceivePush;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Web push (RFC 8030) to the browser that asks; its subscription ends with its session. */
@RestController
@RequestMapping("/api/v1/my/push-subscription")
class PushSubscriptionController {
    private final ReceivePush receivePush;
    private final PushSettings settings;

    PushSubscriptionController(ReceivePush receivePush, PushSettings settings) {
        this.receivePush = receivePush;
        this.settings = settings;
    }

    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<PushResponse> find(@AuthenticationPrincipal SignedIn who, WebSession session) {
        var publicKey = settings.isOn() ? settings.publicKey() : null;
        return receivePush.isOn(who.id(), session.getId()).map(isOn -> new PushResponse(publicKey, isOn));
    }

    /** What <code>PushSubscription.toJSON()</code> gives, and the language of the page. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> subscribe(
            @AuthenticationPrincipal SignedIn who, WebSession session, @Valid @RequestBody PushRequest request) {
        return receivePush.begin(
                who.id(), session.getId(), request.address(), Locale.forLanguageTag(request.language()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> unsubscribe(@AuthenticationPrincipal SignedIn who, WebSession session) {
        return receivePush.end(who.id(), session.getId());
    }

    /**
     * @param publicKey what a browser subscribes with (<code>applicationServerKey</code>); null where nobody is pushed
     *     to
     * @param on whether this browser is told in this session
     */
    record PushResponse(@Nullable String publicKey, boolean on) {}

    record PushRequest(
            @NotNull @Size(max = 1000) String endpoint,
            @NotNull @Valid PushKeys keys,
            @NotNull @Pattern(regexp = "zh-CN|en") String language) {
        PushAddress address() {
            try {
                return new PushAddress(URI.create(endpoint), keys.p256dh(), keys.auth());
            } catch (IllegalArgumentException noAddress) {
                throw MessagingProblem.PUSH_SERVICE_UNKNOWN.raise();
            }
        }
    }

    record PushKeys(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_=-]{1,120}")
            String p256dh,

            @NotNull @Pattern(regexp = "[A-Za-z0-9_=-]{1,60}")
            String auth) {}
}
