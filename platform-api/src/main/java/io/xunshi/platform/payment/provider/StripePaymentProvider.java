package io.xunshi.platform.payment.provider;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.PaymentProblem;
import io.xunshi.platform.payment.domain.Intent;
import io.xunshi.platform.payment.domain.Payment;
import io.xunshi.platform.payment.domain.Payout;
import io.xunshi.platform.payment.domain.Refund;
import io.xunshi.platform.payment.usecase.PaymentProvider;
import io.xunshi.platform.payment.usecase.PaymentProvider.PayoutStatus.State;
import io.xunshi.platform.payment.usecase.PaymentSettings;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's wire protocol: form-encoded requests, an idempotency key on every POST, JSON answers. A request that failed
 * in transit is repeated with its key, so a time-out after success is found out and nothing happens twice.
 */
@Component
class StripePaymentProvider implements PaymentProvider {
    private static final Logger log = LoggerFactory.getLogger(StripePaymentProvider.class);
    private static final int RETRIES = 2;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final WebClient http;
    private final PaymentSettings settings;

    StripePaymentProvider(WebClient.Builder clients, PaymentSettings settings) {
        this.settings = settings;
        http = clients.baseUrl(settings.url().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.secretKey())
                .build();
    }

    @Override
    public Mono<Intent> open(Payment payment) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("amount", String.valueOf(payment.amount().amount()));
        form.add("currency", payment.amount().currency().toLowerCase(Locale.ROOT));
        form.add("capture_method", "manual");
        form.add("description", payment.description());
        form.add("metadata[order]", payment.orderId().toString());
        form.add(
                "return_url",
                settings.returnUrl()
                        .replace("{page}", payment.purpose().page())
                        .replace("{order}", payment.orderId().toString()));
        return post("/v1/payment_intents", "open-" + payment.id(), form).map(this::intent);
    }

    @Override
    public Mono<Intent> find(String intentId) {
        return get("/v1/payment_intents/" + intentId + "?expand[]=latest_charge")
                .map(this::intent);
    }

    @Override
    public Mono<Intent> capture(Payment payment, Intent intent) {
        return post("/v1/payment_intents/" + intent.id() + "/capture", "capture-" + payment.id(), noFields())
                .then(find(intent.id()));
    }

    @Override
    public Mono<Intent> cancel(Payment payment, Intent intent) {
        return post("/v1/payment_intents/" + intent.id() + "/cancel", "cancel-" + payment.id(), noFields())
                .then(find(intent.id()));
    }

    @Override
    public Mono<RefundStatus> refund(String intentId, Refund refund) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("payment_intent", intentId);
        form.add("amount", String.valueOf(refund.amount().amount()));
        return post("/v1/refunds", "refund-" + refund.id(), form).map(StripePaymentProvider::refundStatus);
    }

    @Override
    public Mono<RefundStatus> findRefund(String providerId) {
        return get("/v1/refunds/" + providerId).map(StripePaymentProvider::refundStatus);
    }

    @Override
    public Mono<PayoutStatus> send(Payout payout) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("amount", String.valueOf(payout.amount().amount()));
        form.add("currency", payout.amount().currency().toLowerCase(Locale.ROOT));
        form.add("metadata[payout]", payout.id().toString());
        return post("/v1/payouts", "payout-" + payout.id(), form).map(StripePaymentProvider::payoutStatus);
    }

    @Override
    public Mono<PayoutStatus> findPayout(String providerId) {
        return get("/v1/payouts/" + providerId).map(StripePaymentProvider::payoutStatus);
    }

    private Mono<JsonNode> get(String path) {
        return guarded(path, http.get().uri(path).retrieve().bodyToMono(JsonNode.class));
    }

    private Mono<JsonNode> post(String path, String key, MultiValueMap<String, String> form) {
        return guarded(
                path,
                http.post()
                        .uri(path)
                        .header("Idempotency-Key", key)
                        .body(BodyInserters.fromFormData(form))
                        .retrieve()
                        .bodyToMono(JsonNode.class));
    }

    private Mono<JsonNode> guarded(String path, Mono<JsonNode> request) {
        return request.timeout(settings.timeout())
                .retryWhen(Retry.backoff(RETRIES, RETRY_PAUSE).filter(StripePaymentProvider::isTransient))
                .timeout(settings.patience())
                .onErrorMap(error -> {
                    log.warn("The payment provider failed at {}: {}", path, error.toString());
                    return PaymentProblem.PROVIDER_UNAVAILABLE.raise();
                });
    }

    private static boolean isTransient(Throwable error) {
        return !(error instanceof WebClientResponseException answered)
                || answered.getStatusCode().is5xxServerError()
                || answered.getStatusCode().value() == 429;
    }

    private Intent intent(JsonNode answer) {
        var currency = answer.at("/currency").asString("").toUpperCase(Locale.ROOT);
        var id = answer.at("/id").asString();
        var redirect = answer.at("/next_action/redirect_to_url/url").asString("");
        return new Intent(
                id,
                status(answer.at("/status").asString("")),
                new Money(answer.at("/amount").longValue(), currency),
                new Money(answer.at("/amount_received").asLong(0), currency),
                new Money(answer.at("/latest_charge/amount_refunded").asLong(0), currency),
                redirect.isEmpty() ? settings.url() + "/pay/" + id : redirect);
    }

    private static Intent.Status status(String written) {
        return switch (written) {
            case "requires_capture" -> Intent.Status.AUTHORIZED;
            case "succeeded" -> Intent.Status.SUCCEEDED;
            case "canceled" -> Intent.Status.CANCELED;
            default -> Intent.Status.OPEN;
        };
    }

    private static RefundStatus refundStatus(JsonNode answer) {
        var state = switch (answer.at("/status").asString("")) {
            case "succeeded" -> RefundStatus.State.PAID;
            case "failed", "canceled" -> RefundStatus.State.FAILED;
            default -> RefundStatus.State.UNDER_WAY;
        };
        return new RefundStatus(answer.at("/id").asString(), state);
    }

    private static PayoutStatus payoutStatus(JsonNode answer) {
        var state = switch (answer.at("/status").asString("")) {
            case "paid" -> State.PAID;
            case "failed", "canceled" -> State.FAILED;
            default -> State.UNDER_WAY;
        };
        return new PayoutStatus(answer.at("/id").asString(), state);
    }

    private static MultiValueMap<String, String> noFields() {
        return new LinkedMultiValueMap<>();
    }
}
