package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.Mutes;
import io.xunshi.platform.messaging.storage.MuteRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody may turn to people at all; whom, is between the two. */
@Component
class MayWrite implements Mutes {
    private final MuteRepository mutes;
    private final Clock clock;

    MayWrite(MuteRepository mutes, Clock clock) {
        this.mutes = mutes;
        this.clock = clock;
    }

    @Override
    public Mono<Void> check(AccountId person) {
        return mutes.endOf(person, clock.instant())
                .flatMap(until -> Mono.error(MessagingProblem.MUTED.raise().with("until", until)));
    }
}
