package io.xunshi.infra.simulation.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.Endpoint;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Form;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.RequestParameters;
import java.math.BigDecimal;
import java.net.URI;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where people pay: a page with the four things that can happen, and the bank's question who they are. */
final class PayPages {

    private static final int NOT_FOUND = 404;

    private final Cashier cashier;
    private final Provider provider;
    private final Pages pages;

    PayPages(Cashier cashier, Provider provider, Pages pages) {
        this.cashier = cashier;
        this.provider = provider;
        this.pages = pages;
    }

    void addTo(Endpoints endpoints) {
        endpoints.add(get(urlPathTemplate("/pay/{id}")), guarded(this::show));
        endpoints.add(post(urlPathTemplate("/pay/{id}")), guarded(this::choose));
        endpoints.add(get(urlPathTemplate("/pay/{id}/challenge")), guarded(this::showChallenge));
        endpoints.add(post(urlPathTemplate("/pay/{id}/challenge")), guarded(this::answerChallenge));
    }

    private ResponseDefinitionBuilder show(Request request) {
        Payment payment = cashier.find(id(request));
        return page(payment.isPayable() ? "pay" : "paid", request, payment);
    }

    private ResponseDefinitionBuilder choose(Request request) {
        String id = id(request);
        return switch (Form.of(request).find("choice").orElse("")) {
            case "pay" -> goOn(cashier.pay(id));
            case "decline" -> goOn(cashier.decline(id));
            case "challenge" -> Answers.seeOther(challengePage(cashier.challenge(id)));
            default -> Answers.seeOther(payPage(id));
        };
    }

    private ResponseDefinitionBuilder showChallenge(Request request) {
        Payment payment = cashier.find(id(request));
        return payment.status() == PaymentStatus.REQUIRES_ACTION
                ? page("challenge", request, payment)
                : Answers.seeOther(payPage(payment.id()));
    }

    private ResponseDefinitionBuilder answerChallenge(Request request) {
        String id = id(request);
        return switch (Form.of(request).find("choice").orElse("")) {
            case "approve" -> goOn(cashier.pay(id));
            case "refuse" -> goOn(cashier.failChallenge(id));
            default -> Answers.seeOther(challengePage(cashier.find(id)));
        };
    }

    /** Whoever has paid goes back to the platform; whoever was refused can try again. */
    private static ResponseDefinitionBuilder goOn(Payment payment) {
        String returnUrl = payment.terms().returnUrl();
        return Answers.seeOther(
                payment.isPayable() || returnUrl == null ? payPage(payment.id()) : returnPage(payment, returnUrl));
    }

    private ResponseDefinitionBuilder page(String template, Request request, Payment payment) {
        var values = new HashMap<String, Object>(Map.of(
                "id", payment.id(),
                "amount", amount(payment.terms()),
                "description",
                        Optional.ofNullable(payment.terms().description()).orElse(""),
                "order", payment.terms().metadata().getOrDefault("order", ""),
                "returnUrl", Optional.ofNullable(payment.terms().returnUrl()).orElse(""),
                "isDeclined", payment.declineCode() != null,
                "isCanceled", payment.status() == PaymentStatus.CANCELED));
        return pages.page(template, Language.of(request), values);
    }

    private Endpoint guarded(Endpoint endpoint) {
        return provider.endpoint(request -> {
            try {
                return endpoint.answer(request);
            } catch (StripeError e) {
                // An unknown payment, or a button of a page that was open while the payment went on elsewhere.
                return e.status() == NOT_FOUND
                        ? pages.page(NOT_FOUND, "unknown-payment", Language.of(request), Map.of())
                        : Answers.seeOther(payPage(id(request)));
            }
        });
    }

    private static URI payPage(String id) {
        return URI.create("/pay/" + id);
    }

    private static URI challengePage(Payment payment) {
        return URI.create("/pay/" + payment.id() + "/challenge");
    }

    /** With the parameters that Stripe adds. */
    private static URI returnPage(Payment payment, String returnUrl) {
        return URI.create(returnUrl + (returnUrl.contains("?") ? "&" : "?") + "payment_intent=" + payment.id()
                + "&redirect_status=succeeded");
    }

    private static String amount(Terms terms) {
        var currency = Currency.getInstance(terms.currency().toUpperCase(Locale.ROOT));
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.CHINA);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(terms.amount(), currency.getDefaultFractionDigits()));
    }

    private static String id(Request request) {
        return RequestParameters.path(request, "id");
    }
}
