package io.xunshi.infra.simulation.push;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.CommandRefused;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.RequestParameters;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The simulated push service. Any path below <code>/push/</code> is a subscription; what comes for it is kept until the
 * simulation ends, and shown as a number, because only the browser that it is for could read it.
 */
public final class PushProvider {

    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;
    private static final int SUBSCRIPTIONS_MAX = 1_000;
    private static final int MESSAGES_MAX = 50;

    private final Provider provider = new Provider("push");
    private final Clock clock = Clock.systemUTC();
    private final SequencedMap<String, Deque<PushedMessage>> messages = new LinkedHashMap<>();
    private final Map<String, Fate> fates = new LinkedHashMap<>();

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        endpoints.add(post(urlPathTemplate("/push/{subscription}")), provider.endpoint(this::take));
        endpoints.add(get(urlPathEqualTo("/push")), request -> page(pages, request));
        endpoints.add(
                get(urlPathTemplate("/simulation/push/{subscription}")),
                Commands.endpoint(request -> messagesTo(subscription(request))));
        endpoints.add(put(urlPathTemplate("/simulation/push/{subscription}/fate")), Commands.endpoint(request -> {
            decide(subscription(request), Commands.body(request, Fate.class));
            return Map.of();
        }));
    }

    private ResponseDefinitionBuilder take(Request request) {
        try {
            var token = SenderToken.of(header(request, "Authorization"), clock.instant());
            return take(request, token);
        } catch (CommandRefused e) {
            return Answers.json(FORBIDDEN, Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private synchronized ResponseDefinitionBuilder take(Request request, SenderToken token) {
        String subscription = subscription(request);
        Fate fate = fates.get(subscription);
        if (fate != null && fate.times() > 0) {
            fates.put(subscription, fate.next());
            return answer(fate);
        }
        if (!header(request, "Content-Encoding").equals("aes128gcm")
                || header(request, "TTL").isEmpty()) {
            throw new CommandRefused("A message is encrypted and says how long it is worth something");
        }
        var kept = messages.computeIfAbsent(subscription, _ -> new ArrayDeque<>());
        kept.addFirst(new PushedMessage(
                clock.instant(),
                Base64.getEncoder().encodeToString(request.getBody()),
                header(request, "TTL"),
                header(request, "Urgency"),
                header(request, "Topic"),
                token.audience()));
        forgetOldest(kept);
        return Answers.json(CREATED, Map.of());
    }

    /** A redirect leads to this very service, so that whoever follows it is seen. */
    private static ResponseDefinitionBuilder answer(Fate fate) {
        var answer = Answers.json(fate.status(), Map.of()).withHeader("Location", "/push/elsewhere");
        return fate.retryAfterSeconds() == 0
                ? answer
                : answer.withHeader("Retry-After", String.valueOf(fate.retryAfterSeconds()));
    }

    private void forgetOldest(Deque<PushedMessage> kept) {
        if (kept.size() > MESSAGES_MAX) {
            kept.removeLast();
        }
        if (messages.size() > SUBSCRIPTIONS_MAX) {
            messages.pollFirstEntry();
        }
    }

    private synchronized List<PushedMessage> messagesTo(String subscription) {
        return List.copyOf(messages.getOrDefault(subscription, new ArrayDeque<>()));
    }

    private synchronized void decide(String subscription, Fate fate) {
        fates.put(subscription, fate);
    }

    private synchronized ResponseDefinitionBuilder page(Pages pages, Request request) {
        List<Map<String, ?>> shown = messages.entrySet().stream()
                .<Map<String, ?>>map(entry -> Map.of(
                        "subscription", entry.getKey(),
                        "count", entry.getValue().size()))
                .toList()
                .reversed();
        return pages.page("push", Language.of(request), Map.of("subscriptions", shown, "isEmpty", shown.isEmpty()));
    }

    private static String subscription(Request request) {
        return RequestParameters.path(request, "subscription");
    }

    private static String header(Request request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
