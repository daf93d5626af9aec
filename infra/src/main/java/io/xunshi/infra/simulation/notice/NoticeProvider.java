package io.xunshi.infra.simulation.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import io.xunshi.infra.simulation.http.Answers;
import io.xunshi.infra.simulation.http.Commands;
import io.xunshi.infra.simulation.http.Endpoints;
import io.xunshi.infra.simulation.http.Language;
import io.xunshi.infra.simulation.http.Pages;
import io.xunshi.infra.simulation.http.Provider;
import io.xunshi.infra.simulation.http.RequestParameters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The simulated sender of messages: takes them as a real one would, and shows them on a page and as JSON. */
public final class NoticeProvider implements AutoCloseable {

    private static final int ACCEPTED = 202;
    private static final int SHOWN_MAX = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Provider provider = new Provider("notice");
    private final Clock clock = Clock.systemUTC();
    private final MessageBook book;

    /** A provider that still has the messages of the one before it in the folder. */
    public NoticeProvider(Path folder) {
        book = new MessageBook(folder);
    }

    private record Notice(String channel, String to, String template, Map<String, String> parameters, String text) {}

    /** What commands change of it. */
    public Provider provider() {
        return provider;
    }

    public void addTo(Endpoints endpoints, Pages pages) {
        endpoints.add(post(urlPathEqualTo("/notices")), provider.endpoint(Commands.guarded(this::send)));
        endpoints.add(get(urlPathEqualTo("/messages")), request -> page(pages, request));
        endpoints.add(
                get(urlPathEqualTo("/messages")).withHeader("Accept", containing("application/json")),
                Commands.endpoint(request -> book.latestFirst(contact(request))));
    }

    @Override
    public void close() {
        book.close();
    }

    private ResponseDefinitionBuilder send(Request request) {
        Notice notice = Commands.body(request, Notice.class);
        book.add(message(request, notice));
        return Answers.json(ACCEPTED, Map.of());
    }

    private Message message(Request request, Notice notice) {
        String key = Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Message(
                key,
                clock.instant(),
                notice.channel(),
                notice.to(),
                notice.template(),
                notice.parameters(),
                notice.text());
    }

    private ResponseDefinitionBuilder page(Pages pages, Request request) {
        String contact = contact(request);
        List<Map<String, ?>> shown = book.latestFirst(contact).stream()
                .limit(SHOWN_MAX)
                .<Map<String, ?>>map(NoticeProvider::view)
                .toList();
        return pages.page(
                "messages",
                Language.of(request),
                Map.of("contact", contact, "messages", shown, "isEmpty", shown.isEmpty()));
    }

    private static Map<String, ?> view(Message message) {
        return Map.of(
                "to", message.to(),
                "channel", message.channel(),
                "time", TIME.format(message.at()),
                "text", message.text(),
                "code", message.parameters().getOrDefault("code", ""));
    }

    private static String contact(Request request) {
        return RequestParameters.query(request, "contact").orElse("");
    }
}
