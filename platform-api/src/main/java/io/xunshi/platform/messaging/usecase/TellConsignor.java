package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells people what becomes of their things at a consignment point. */
@Component
public class TellConsignor {
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellConsignor(NotifyPeople notifyPeople, LiveNews liveNews) {
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    /** Does nothing for an event that was told already. */
    @Transactional
    public Mono<Void> tell(NotificationKind kind, Consigned thing, UUID eventId, Instant at) {
        var addressed = new Addressed(
                thing.consignor(),
                Map.of(
                        "title", thing.title(),
                        "orderCode", thing.agreementCode(),
                        "path", "/my/consignments"));
        return notifyPeople
                .notify(List.of(addressed), kind, thing.itemId(), eventId, at)
                .flatMap(told ->
                        liveNews.tell(told.stream().map(LiveNews::notification).toList()));
    }

    /** A thing of somebody's at a point. */
    public record Consigned(UUID itemId, AccountId consignor, String agreementCode, String title) {}
}
