package io.xunshi.platform.matching.usecase;

import io.xunshi.platform.exchange.FindableOffer;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.matching.domain.SavedOfferSearch;
import io.xunshi.platform.matching.storage.OfferQueueRepository;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells people of what their searches found; of one lot or demand once, whichever of their searches found it. */
@Component
class AlertOfOffer {
    private final OfferQueueRepository queue;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    AlertOfOffer(OfferQueueRepository queue, Notices notices, IdGenerator ids, Clock clock) {
        this.queue = queue;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> alert(FindableOffer offer, List<SavedOfferSearch> finding) {
        var names = finding.stream()
                .collect(Collectors.toMap(SavedOfferSearch::account, SavedOfferSearch::name, (first, _) -> first));
        return queue.claim(offer.id(), names.keySet(), clock.instant())
                .map(person -> notice(offer, person, names.getOrDefault(person, "")))
                .collectList()
                .filter(people -> !people.isEmpty())
                .flatMap(people -> notices.tell(people, kind(offer), offer.id(), ids.next(), clock.instant()));
    }

    private static Kind kind(FindableOffer offer) {
        return switch (offer.side()) {
            case LOT -> Kind.LOT_FOUND;
            case DEMAND -> Kind.DEMAND_FOUND;
        };
    }

    private static Notice notice(FindableOffer offer, AccountId person, String search) {
        var path = switch (offer.side()) {
            case LOT -> "/lots/" + offer.id();
            case DEMAND -> "/demands/" + offer.id();
        };
        return new Notice(person, Map.of("title", offer.title(), "search", search, "path", path));
    }
}
