package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.domain.Delivery.Message;
import io.xunshi.platform.connection.domain.WebhookType;
import io.xunshi.platform.connection.storage.WebhookMessageRepository;
import io.xunshi.platform.http.HttpSettings;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes news for the endpoints of organisations down, in the caller's transaction; whoever delivers it comes later. A
 * message says ids and few facts, and nothing about people: what it is about is read through the API by who may.
 */
@Component
public class TellWebhooks {
    private final WebhookMessageRepository messages;
    private final HttpSettings settings;
    private final JsonMapper json;
    private final IdGenerator ids;
    private final Clock clock;

    TellWebhooks(
            WebhookMessageRepository messages, HttpSettings settings, JsonMapper json, IdGenerator ids, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** One message for each of the organisations that has endpoints. */
    public Mono<Void> tell(Collection<OrganisationId> organisations, News news) {
        return Flux.fromIterable(organisations)
                .distinct()
                .concatMap(one -> tell(one, news))
                .then();
    }

    private Mono<Void> tell(OrganisationId organisation, News news) {
        return Mono.defer(() -> messages.add(organisation, message(organisation, news), clock.instant()));
    }

    /** For one endpoint, whatever it has chosen; completes with the delivery. */
    Mono<UUID> test(OrganisationId organisation, UUID endpoint) {
        var now = clock.instant();
        var news = new News(
                WebhookType.TEST,
                now,
                "/api/v1/organisations/" + organisation + "/webhook-endpoints/" + endpoint,
                Map.of());
        return messages.addFor(endpoint, organisation, message(organisation, news), now);
    }

    private Message message(OrganisationId organisation, News news) {
        var id = ids.next();
        var data = new LinkedHashMap<String, Object>();
        data.put("organisationId", organisation.value());
        data.putAll(news.data());
        var event = new CloudEvent(
                "1.0",
                id,
                settings.publicUrl().toString(),
                news.type().code(),
                news.subject(),
                news.at(),
                "application/json",
                data);
        return new Message(id, news.type().code(), news.at(), json.writeValueAsString(event));
    }

    /**
     * What happened.
     *
     * @param subject the path of what it happened to, in the API
     * @param data in the order in which it is written
     */
    public record News(WebhookType type, Instant at, String subject, Map<String, Object> data) {}

    /** CloudEvents 1.0, section 3.1, in the JSON format's structured mode. */
    private record CloudEvent(
            String specversion,
            UUID id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            Map<String, Object> data) {}
}
