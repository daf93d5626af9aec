package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.storage.BlockRepository;
import io.xunshi.platform.order.Acquaintance;
import java.util.Collection;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers modules below. */
@Component
class PublishedAcquaintance implements Acquaintance {
    private final BlockRepository blocks;
    private final MayWrite mayWrite;

    PublishedAcquaintance(BlockRepository blocks, MayWrite mayWrite) {
        this.blocks = blocks;
        this.mayWrite = mayWrite;
    }

    @Override
    public Mono<Boolean> mayApproach(AccountId person, Collection<AccountId> people) {
        return blocks.isAnyBetween(person, people).map(blocked -> !blocked);
    }

    @Override
    public Mono<Void> checkMayWrite(AccountId person) {
        return mayWrite.check(person);
    }
}
