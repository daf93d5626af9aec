package io.xunshi.infra.simulation.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.CommandRefused;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Commands.Command;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.RequestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What tests and fault scripts can tell the payment provider to do; {@code infra/README.md} lists it. */
final class PaymentCommands {

    private static final int TIMES_MAX = 10_000;

    private final PaymentBook book;
    private final Cashier cashier;
    private final Faults faults;
    private final Webhooks webhooks;

    PaymentCommands(PaymentBook book, Cashier cashier, Faults faults, Webhooks webhooks) {
        this.book = book;
        this.cashier = cashier;
        this.faults = faults;
        this.webhooks = webhooks;
    }

    private record PlannedFault(Fault fault, int times) {}

    private record WebhookSettings(boolean held) {}

    private record Deliveries(List<String> events) {}

    private record Delivery(String event, int status) {}

    private record EventView(String id, String type, String object, boolean delivered) {}

    void addTo(Endpoints endpoints) {
        add(endpoints, get(urlPathEqualTo("/simulation/payments")), this::payments);
        add(
                endpoints,
                get(urlPathTemplate("/simulation/payments/{id}")),
                request -> inFull(book.payment(RequestParameters.path(request, "id"))));
        add(endpoints, post(urlPathTemplate("/simulation/payments/{id}/{action}")), this::act);
        add(
                endpoints,
                get(urlPathEqualTo("/simulation/payouts")),
                _ -> latestFirst(book.payouts().stream()
                        .<Map<String, ?>>map(payout -> StripeObjects.of(payout))
                        .toList()));
        add(endpoints, get(urlPathEqualTo("/simulation/faults")), _ -> faults.planned());
        add(endpoints, post(urlPathEqualTo("/simulation/faults")), this::plan);
        add(endpoints, delete(urlPathEqualTo("/simulation/faults")), _ -> forgetFaults());
        add(endpoints, get(urlPathEqualTo("/simulation/webhooks")), _ -> webhookState());
        add(endpoints, put(urlPathEqualTo("/simulation/webhooks")), this::setWebhooks);
        add(endpoints, get(urlPathEqualTo("/simulation/webhooks/events")), this::events);
        add(endpoints, post(urlPathEqualTo("/simulation/webhooks/deliveries")), this::deliver);
    }

    private static void add(Endpoints endpoints, MappingBuilder requests, Command command) {
        endpoints.add(requests, Commands.endpoint(request -> {
            try {
                return command.run(request);
            } catch (StripeError e) {
                throw new CommandRefused(String.valueOf(e.getMessage()));
            }
        }));
    }

    private List<Map<String, ?>> payments(Request request) {
        Optional<String> order = RequestParameters.query(request, "order");
        return latestFirst(book.payments().stream()
                .filter(payment -> order.isEmpty()
                        || order.get().equals(payment.terms().metadata().get("order")))
                .<Map<String, ?>>map(PaymentCommands::view)
                .toList());
    }

    private Object act(Request request) {
        String id = RequestParameters.path(request, "id");
        return view(
                switch (RequestParameters.path(request, "action")) {
                    case "pay" -> cashier.pay(id);
                    case "decline" -> cashier.decline(id);
                    case "challenge" -> cashier.challenge(id);
                    case "challenge-failure" -> cashier.failChallenge(id);
                    default -> throw new CommandRefused("The actions are pay, decline, challenge, challenge-failure");
                });
    }

    private Object plan(Request request) {
        PlannedFault planned = Commands.body(request, PlannedFault.class);
        if (planned.times() < 1 || planned.times() > TIMES_MAX) {
            throw new CommandRefused("times goes from 1 to " + TIMES_MAX);
        }
        faults.plan(planned.fault(), planned.times());
        return faults.planned();
    }

    private Object forgetFaults() {
        faults.clear();
        return faults.planned();
    }

    private Object setWebhooks(Request request) {
        webhooks.setHeld(Commands.body(request, WebhookSettings.class).held());
        return webhookState();
    }

    private Object webhookState() {
        var state = new LinkedHashMap<String, Object>();
        state.put("target", Objects.toString(webhooks.target(), ""));
        state.put("held", webhooks.areHeld());
        state.put("undelivered", book.undelivered().size());
        return state;
    }

    private List<EventView> events(Request request) {
        Optional<String> object = RequestParameters.query(request, "object");
        return book.events().stream()
                .filter(event -> object.isEmpty() || event.object().equals(object.get()))
                .map(event -> new EventView(event.id(), event.type(), event.object(), book.isDelivered(event)))
                .toList();
    }

    private List<Delivery> deliver(Request request) {
        Deliveries wanted = Commands.body(request, Deliveries.class);
        List<WebhookEvent> events = wanted.events().stream().map(book::event).toList();
        return events.stream()
                .map(event -> new Delivery(event.id(), webhooks.deliver(event)))
                .toList();
    }

    private Map<String, ?> inFull(Payment payment) {
        var json = new LinkedHashMap<String, Object>(view(payment));
        json.put(
                "refunds",
                book.refunds(payment).stream()
                        .<Map<String, ?>>map(refund -> StripeObjects.of(refund))
                        .toList());
        return json;
    }

    private static Map<String, ?> view(Payment payment) {
        var json = new LinkedHashMap<>(StripeObjects.of(payment, true));
        json.put("return_url", payment.terms().returnUrl());
        return json;
    }

    private static <T> List<T> latestFirst(List<T> oldestFirst) {
        return oldestFirst.reversed();
    }
}
