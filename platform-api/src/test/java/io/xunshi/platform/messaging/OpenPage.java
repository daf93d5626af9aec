package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;

/** A page that somebody has open: it hears what is new, as a browser's EventSource does. */
final class OpenPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, String>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final List<ServerSentEvent<Map<String, String>>> heard = new CopyOnWriteArrayList<>();
    private final Disposable line;
    private volatile boolean isOver;

    private OpenPage(Visitor person, String known) {
        var request = person.request(HttpMethod.GET, "/api/v1/my/events");
        if (!known.isEmpty()) {
            request.header("Last-Event-ID", known);
        }
        line = request.exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .doFinally(end -> isOver = true)
                .subscribe(heard::add, error -> {});
    }

    static OpenPage of(Visitor person) {
        var page = new OpenPage(person, "");
        page.awaitAny("ready");
        return page;
    }

    /** One that comes back, and knows everything up to an id. */
    static OpenPage back(Visitor person, String known) {
        return new OpenPage(person, known);
    }

    /** The names of what was heard, without heartbeats. */
    List<String> events() {
        return heard.stream()
                .map(ServerSentEvent::event)
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> idsOf(String event) {
        return heard.stream()
                .filter(one -> event.equals(one.event()))
                .map(one -> Objects.requireNonNullElse(one.id(), ""))
                .toList();
    }

    Map<String, String> last(String event) {
        return heard.stream()
                .filter(one -> event.equals(one.event()))
                .map(one -> Objects.requireNonNullElse(one.data(), Map.<String, String>of()))
                .toList()
                .getLast();
    }

    /** The id that a browser would come back with. */
    String lastId() {
        return heard.stream()
                .map(ServerSentEvent::id)
                .filter(Objects::nonNull)
                .toList()
                .getLast();
    }

    long heartbeats() {
        return heard.stream().filter(one -> one.comment() != null).count();
    }

    void awaitEvents(String... events) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).containsExactly(events));
    }

    void awaitEvent(String event, int times) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(idsOf(event)).hasSize(times));
    }

    void awaitAny(String event) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(events()).contains(event));
    }

    void awaitEnd() {
        await().atMost(PATIENCE).until(() -> isOver);
    }

    void awaitHeartbeats(int count) {
        await().atMost(PATIENCE).until(() -> heartbeats() >= count);
    }

    boolean isOver() {
        return isOver;
    }

    @Override
    public void close() {
        line.dispose();
    }
}
