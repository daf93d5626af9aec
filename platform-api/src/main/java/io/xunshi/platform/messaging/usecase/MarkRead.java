package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.storage.ConversationRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Remembers how far somebody has read. A mark only moves forward, so late and repeated requests do no harm. */
@Component
public class MarkRead {
    private final FindConversations findConversations;
    private final ConversationRepository conversations;
    private final LiveNews liveNews;

    MarkRead(FindConversations findConversations, ConversationRepository conversations, LiveNews liveNews) {
        this.findConversations = findConversations;
        this.conversations = conversations;
        this.liveNews = liveNews;
    }

    @Transactional
    public Mono<Void> mark(AccountId person, ConversationId id, long upTo) {
        return findConversations
                .standing(person, id)
                .flatMap(standing -> conversations
                        .markRead(id, person, upTo)
                        .filter(moved -> moved)
                        .flatMap(moved -> tell(standing.conversation())));
    }

    private Mono<Void> tell(Conversation conversation) {
        return liveNews.tell(conversation.people().stream()
                .map(person -> LiveNews.about(person, Kind.READ, conversation.id()))
                .toList());
    }
}
