package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.storage.BlockRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Stops hearing from somebody, in all conversations with them, and hears them again. What was said stays readable. */
@Component
public class BlockPerson {
    private final FindConversations findConversations;
    private final BlockRepository blocks;
    private final LiveNews liveNews;
    private final Clock clock;

    BlockPerson(FindConversations findConversations, BlockRepository blocks, LiveNews liveNews, Clock clock) {
        this.findConversations = findConversations;
        this.blocks = blocks;
        this.liveNews = liveNews;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> block(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> blocks.add(person, standing.counterpart(), clock.instant())
                        .filter(changed -> changed)
                        .flatMap(changed -> tell(standing.conversation())));
    }

    @Transactional
    public Mono<Void> unblock(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> blocks.remove(person, standing.counterpart())
                        .filter(changed -> changed)
                        .flatMap(changed -> tell(standing.conversation())));
    }

    private Mono<Void> tell(Conversation conversation) {
        return liveNews.tell(conversation.people().stream()
                .map(person -> LiveNews.about(person, Kind.CONVERSATION, conversation.id()))
                .toList());
    }
}
