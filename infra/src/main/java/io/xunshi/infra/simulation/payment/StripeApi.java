package io.xunshi.infra.simulation.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Form;
import io.xunshi.infra.simulation.http.RequestParameters;
import io.xunshi.infra.simulation.payment.StripeProtocol.Work;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The part of Stripe's API that the platform uses: PaymentIntents, refunds and payouts. */
final class StripeApi {

    private final PaymentBook book;
    private final StripeProtocol protocol;
    private final Clock clock;

    StripeApi(PaymentBook book, StripeProtocol protocol, Clock clock) {
        this.book = book;
        this.protocol = protocol;
        this.clock = clock;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add(any(urlMatching("/v1/.*")), protocol.reading(request -> {
            throw StripeError.noSuchAddress(request.getMethod().getName(), request.getUrl());
        }));
        endpoints.add(post(urlPathEqualTo("/v1/payment_intents")), protocol.writing((_, form) -> open(form)));
        endpoints.add(get(urlPathTemplate("/v1/payment_intents/{id}")), protocol.reading(this::payment));
        endpoints.add(post(urlPathTemplate("/v1/payment_intents/{id}/capture")), protocol.writing(this::capture));
        endpoints.add(post(urlPathTemplate("/v1/payment_intents/{id}/cancel")), protocol.writing(this::cancel));
        endpoints.add(post(urlPathEqualTo("/v1/refunds")), protocol.writing((_, form) -> refund(form)));
        endpoints.add(
                get(urlPathTemplate("/v1/refunds/{id}")),
                protocol.reading(request -> StripeObjects.of(book.refund(id(request)))));
        endpoints.add(post(urlPathEqualTo("/v1/payouts")), protocol.writing((_, form) -> payOut(form)));
        endpoints.add(
                get(urlPathTemplate("/v1/payouts/{id}")),
                protocol.reading(request -> StripeObjects.of(book.payout(id(request)))));
    }

    private Map<String, ?> payment(Request request) {
        QueryParameter expand = request.queryParameter("expand[]");
        return StripeObjects.of(book.payment(id(request)), expand.isPresent() && expand.containsValue("latest_charge"));
    }

    private Work open(Form form) {
        Payment opened = Payment.opened(Terms.of(form, now()));
        return draft -> StripeObjects.of(draft.put(opened, "payment_intent.created"), false);
    }

    private Work capture(Request request, Form form) {
        StripeForm.refuseUnknown(form, Set.of());
        String id = id(request);
        return draft -> StripeObjects.of(draft.put(book.payment(id).captured(), "payment_intent.succeeded"), false);
    }

    private Work cancel(Request request, Form form) {
        StripeForm.refuseUnknown(form, Set.of("cancellation_reason"));
        String id = id(request);
        return draft -> StripeObjects.of(draft.put(book.payment(id).canceled(), "payment_intent.canceled"), false);
    }

    private Work refund(Form form) {
        StripeForm.refuseUnknown(form, Set.of("payment_intent", "amount", "reason"));
        String id = form.find("payment_intent").orElseThrow(() -> StripeError.missing("payment_intent"));
        Optional<Long> asked = StripeForm.amount(form);
        long now = now();
        return draft -> {
            Payment payment = book.payment(id);
            long amount = asked.orElseGet(payment::unrefunded);
            Refund refund = Refund.of(payment, amount, now);
            return StripeObjects.of(draft.put(refund, payment.refunded(amount)));
        };
    }

    private Work payOut(Form form) {
        Payout payout = Payout.of(form, now());
        return draft -> StripeObjects.of(draft.put(payout, "payout.created"));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String id(Request request) {
        return RequestParameters.path(request, "id");
    }
}
