package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells the owner of an account that something happened to it; whoever did it may be somebody else. */
@Component
public class TellOwner {
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    TellOwner(NotifyPeople notifyPeople, LiveNews liveNews) {
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    /**
     * Does nothing for an event that was told already.
     *
     * @param more what fills the words
     */
    @Transactional
    public Mono<Void> tell(IdentityEvents event, NotificationKind kind, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("path", "/account");
        var owner = new Addressed(new AccountId(event.accountId()), parameters);
        return notifyPeople
                .notify(List.of(owner), kind, event.accountId(), event.eventId(), event.at())
                .flatMap(told ->
                        liveNews.tell(told.stream().map(LiveNews::notification).toList()));
    }
}
