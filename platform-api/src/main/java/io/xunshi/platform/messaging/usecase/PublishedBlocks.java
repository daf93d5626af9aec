package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.storage.BlockRepository;
import io.xunshi.platform.order.Blocks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers those who bring two people together. */
@Component
class PublishedBlocks implements Blocks {
    private final BlockRepository blocks;

    PublishedBlocks(BlockRepository blocks) {
        this.blocks = blocks;
    }

    @Override
    public Mono<Boolean> areBetween(AccountId one, AccountId other) {
        return blocks.areBetween(one, other);
    }
}
