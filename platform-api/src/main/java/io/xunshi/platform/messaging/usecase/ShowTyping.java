package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.Standing;
import io.xunshi.platform.messaging.storage.LiveChannel;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the other side see that somebody is writing; stored nowhere, and lost where Redis is down. */
@Component
public class ShowTyping {
    private final FindConversations findConversations;
    private final LiveChannel channel;

    ShowTyping(FindConversations findConversations, LiveChannel channel) {
        this.findConversations = findConversations;
        this.channel = channel;
    }

    public Mono<Void> show(AccountId person, ConversationId id) {
        return findConversations
                .standing(person, id)
                .filter(Standing::mayWrite)
                .flatMap(standing -> channel.typing(standing.counterpart(), id.value()));
    }
}
