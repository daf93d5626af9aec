package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.MessagingProblem;
import io.xunshi.platform.messaging.domain.MuteStanding;
import io.xunshi.platform.messaging.storage.MuteAppealRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A muted person's word against it: once for each decision, while it lasts. */
@Component
public class AppealMute {
    private final MuteAppealRepository appeals;
    private final IdGenerator ids;
    private final Clock clock;

    AppealMute(MuteAppealRepository appeals, IdGenerator ids, Clock clock) {
        this.appeals = appeals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Empty for who may write. */
    public Mono<MuteStanding> standing(AccountId person) {
        return Mono.defer(() -> appeals.standing(person, clock.instant()));
    }

    /**
     * Raises {@link MessagingProblem#NOT_MUTED} and {@link MessagingProblem#MUTE_APPEALED}.
     *
     * @param words plain text in lines
     */
    public Mono<MuteStanding> appeal(AccountId person, String words) {
        return standing(person)
                .switchIfEmpty(Mono.error(MessagingProblem.NOT_MUTED::raise))
                .flatMap(standing -> appeals.add(ids.next(), person, standing, words, clock.instant()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(MessagingProblem.MUTE_APPEALED::raise))
                .flatMap(added -> standing(person));
    }
}
