package io.xunshi.platform.messaging.provider;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import io.xunshi.platform.messaging.domain.PushAddress;
import io.xunshi.platform.messaging.usecase.PushSender;
import io.xunshi.platform.messaging.usecase.PushSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/**
 * Sends by RFC 8030 what is encrypted by RFC 8291. A redirect is not followed: it would lead past the list of push
 * services.
 */
@Component
class WebPush implements PushSender {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** Where a push service that has too much to do does not say for how long. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final WebClient http;
    private final @Nullable PushIdentity identity;
    private final PushSettings settings;
    private final Clock clock;

    WebPush(WebClient.Builder clients, PushSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        http = clients.clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().followRedirect(false)))
                .build();
        identity = settings.isOn()
                ? PushIdentity.of(settings.publicKey(), settings.privateKey(), settings.contact())
                : null;
    }

    @Override
    public boolean canEncryptFor(PushAddress address) {
        try {
            encrypt(address, " ");
            return true;
        } catch (RuntimeException unusable) {
            return false;
        }
    }

    @Override
    public Mono<Outcome> send(PushAddress address, String text, Handling handling) {
        if (identity == null) {
            return Mono.error(new IllegalStateException("There are no keys to push with"));
        }
        var authorization = identity.authorizationFor(address.endpoint(), clock.instant());
        return Mono.fromCallable(() -> encrypt(address, text))
                .subscribeOn(Schedulers.parallel())
                .flatMap(encrypted -> post(address, encrypted, handling, authorization))
                .timeout(settings.timeout());
    }

    private Mono<Outcome> post(
            PushAddress address, EncryptedPushMessage encrypted, Handling handling, String authorization) {
        return http.post()
                .uri(address.endpoint())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header(HttpHeaders.CONTENT_ENCODING, encrypted.contentEncoding())
                .header("TTL", String.valueOf(settings.ttl().toSeconds()))
                .header("Urgency", handling.urgent() ? "high" : "normal")
                .header("Topic", handling.topic())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(encrypted.toBytes())
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(outcomeOf(answer)));
    }

    private Outcome outcomeOf(ClientResponse answer) {
        HttpStatusCode status = answer.statusCode();
        if (status.is2xxSuccessful()) {
            return new Outcome.Taken();
        }
        if (status.value() == NOT_FOUND || status.value() == GONE) {
            return new Outcome.Gone();
        }
        return status.value() == TOO_MANY_REQUESTS || status.is5xxServerError()
                ? new Outcome.Busy(pauseOf(answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER)))
                : new Outcome.Refused(status.value());
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3). */
    private Duration pauseOf(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return PAUSE;
        }
        if (retryAfter.matches("[0-9]{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            var pause = Duration.between(clock.instant(), until.toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException unreadable) {
            return PAUSE;
        }
    }

    private static EncryptedPushMessage encrypt(PushAddress address, String text) {
        return MessageEncryptions.of()
                .encrypt(
                        UserAgentMessageEncryptionKeyInfo.of(address.p256dh(), address.auth()),
                        PushMessage.ofUTF8(text));
    }
}
