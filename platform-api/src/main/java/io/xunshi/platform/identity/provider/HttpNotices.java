package io.xunshi.platform.identity.provider;

import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.usecase.IdentitySettings;
import io.xunshi.platform.identity.usecase.Notices;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Sends through the notice provider's HTTP interface. The key makes a retry after a time-out send nothing twice. */
@Component
class HttpNotices implements Notices {
    private static final Logger log = LoggerFactory.getLogger(HttpNotices.class);
    private static final int RETRIES = 1;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final WebClient provider;
    private final Duration timeout;

    HttpNotices(WebClient.Builder clients, IdentitySettings settings) {
        provider = clients.baseUrl(settings.noticeUrl().toString()).build();
        timeout = settings.providerTimeout();
    }

    @Override
    public Mono<Void> send(UUID key, Contact to, Notice notice) {
        return provider.post()
                .uri("/notices")
                .header("Idempotency-Key", key.toString())
                .bodyValue(message(to, notice))
                .retrieve()
                .toBodilessEntity()
                .retryWhen(Retry.backoff(RETRIES, RETRY_PAUSE))
                // Around both tries: somebody waits for the answer.
                .timeout(timeout)
                .onErrorMap(error -> {
                    log.warn("The notice provider does not answer: {}", error.toString());
                    return IdentityProblem.NOTICES_UNAVAILABLE.raise();
                })
                .then();
    }

    private static Message message(Contact to, Notice notice) {
        var channel = switch (to) {
            case Contact.Phone phone -> "SMS";
            case Contact.Email email -> "EMAIL";
        };
        return switch (notice) {
            case Notice.Code code ->
                new Message(
                        channel,
                        to.value(),
                        "one-time-code",
                        Map.of("code", code.code(), "minutes", String.valueOf(code.validMinutes())),
                        "【循市】您的验证码是 %s，%d 分钟内有效。请勿告诉任何人，平台不会向您索要验证码。".formatted(code.code(), code.validMinutes()));
            case Notice.AccountExists exists ->
                new Message(
                        channel,
                        to.value(),
                        "account-exists",
                        Map.of(),
                        "【循市】有人用此联系方式注册，但您已有账号。若是您本人，请直接登录或重设密码；若不是，请忽略。");
            case Notice.ContactChanged changed ->
                new Message(
                        channel,
                        to.value(),
                        "contact-changed",
                        Map.of("contact", changed.maskedNew()),
                        "【循市】您的账号正在改用 %s 登录。若不是您本人，请立即联系我们冻结账号。".formatted(changed.maskedNew()));
            case Notice.News news -> new Message(channel, to.value(), news.template(), news.parameters(), news.text());
        };
    }

    private record Message(String channel, String to, String template, Map<String, String> parameters, String text) {}
}
