package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.Blocks;
import io.xunshi.platform.messaging.storage.BlockRepository;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers modules above. */
@Component
class PublishedBlocks implements Blocks {
    private final BlockRepository blocks;

    PublishedBlocks(BlockRepository blocks) {
        this.blocks = blocks;
    }

    @Override
    public Mono<Set<AccountId>> between(AccountId person, Collection<AccountId> people) {
        return people.isEmpty()
                ? Mono.just(Set.of())
                : blocks.between(person, people).collect(Collectors.toUnmodifiableSet());
    }
}
