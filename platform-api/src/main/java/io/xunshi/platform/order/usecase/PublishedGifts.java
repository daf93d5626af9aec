package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.GiftFacts;
import io.xunshi.platform.order.Gifts;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.storage.GiftRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers observers. */
@Component
class PublishedGifts implements Gifts {
    private final GiftRepository gifts;

    PublishedGifts(GiftRepository gifts) {
        this.gifts = gifts;
    }

    @Override
    public Mono<GiftFacts> findByCode(String code) {
        return gifts.findByCode(ShortCode.normalize(code)).map(Gift::facts);
    }
}
