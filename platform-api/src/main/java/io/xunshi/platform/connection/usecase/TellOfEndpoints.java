package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.domain.WebhookEndpoint;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Organisations;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells owners that an endpoint is not called any more; the last thing that a transaction does. */
@Component
class TellOfEndpoints {
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellOfEndpoints(Organisations organisations, Notices notices, IdGenerator ids, Clock clock) {
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> failed(WebhookEndpoint endpoint) {
        var said = Map.of(
                "title",
                URI.create(endpoint.url()).getHost(),
                "path",
                "/organisations/" + endpoint.organisation() + "/connections");
        return organisations
                .membersOf(endpoint.organisation(), MemberRole.OWNER)
                .map(owner -> new Notice(owner, said))
                .collectList()
                .filter(owners -> !owners.isEmpty())
                .flatMap(owners -> notices.tell(
                        owners, Kind.WEBHOOK_FAILED, endpoint.organisation().value(), ids.next(), clock.instant()));
    }
}
