package io.xunshi.platform.order.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.GiftId;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.order.domain.Gift;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.storage.GiftAskRepository;
import io.xunshi.platform.order.storage.GiftRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gifts for those who check them, from the first promise on: before it nothing is anybody's. */
@Component
class AuditedGifts implements AuditedTrades {
    private final GiftRepository gifts;
    private final GiftAskRepository asks;

    AuditedGifts(GiftRepository gifts, GiftAskRepository asks) {
        this.gifts = gifts;
        this.asks = asks;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.GIFT;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return gifts.find(new GiftId(id)).flatMap(this::audited);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return gifts.findByCode(ShortCode.normalize(code)).flatMap(this::audited);
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return gifts.findPromisedOf(person, limit).concatMap(this::audited);
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return gifts.findPromisedOfListing(listingId, limit).concatMap(this::audited);
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return gifts.findPromised(limit).concatMap(this::audited);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return gifts.stepsOf(new GiftId(id))
                .map(step ->
                        new Step(step.state().name(), step.at(), step.cause().name(), step.words()));
    }

    private Mono<AuditedTrade> audited(Gift gift) {
        return Mono.justOrEmpty(gift.snapshot())
                .flatMap(promised -> asks.findReceiver(gift.id())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(receiver -> audited(gift, promised, receiver)));
    }

    private static AuditedTrade audited(Gift gift, OrderSnapshot promised, Optional<GiftAsk> receiver) {
        return new AuditedTrade(
                gift.id().value(),
                gift.code(),
                TradeKind.GIFT,
                gift.state().name(),
                Stream.concat(
                                Stream.of(new Party(gift.giver(), Role.GIVER)),
                                receiver.stream().map(ask -> new Party(ask.asker(), Role.RECEIVER)))
                        .toList(),
                List.of(new Good(
                        gift.listing().value(), promised.title(), promised.districtCode(), null, promised.hash())),
                gift.openedAt());
    }
}
