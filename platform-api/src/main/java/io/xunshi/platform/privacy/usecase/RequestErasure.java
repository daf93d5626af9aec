package io.xunshi.platform.privacy.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Departures;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.privacy.PrivacyProblem;
import io.xunshi.platform.privacy.domain.Erasure;
import io.xunshi.platform.privacy.storage.ErasureRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the wish to be forgotten, and takes it back (PIPL art. 47). */
@Component
public class RequestErasure {
    private final ErasureRepository erasures;
    private final Departures departures;
    private final PasswordCheck passwordCheck;
    private final TransactionalOperator transaction;
    private final PrivacySettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    RequestErasure(
            ErasureRepository erasures,
            Departures departures,
            PasswordCheck passwordCheck,
            TransactionalOperator transaction,
            PrivacySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.erasures = erasures;
        this.departures = departures;
        this.passwordCheck = passwordCheck;
        this.transaction = transaction;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins the days in which it can be called off; until then the person ends what runs and begins nothing. Whatever
     * is unfinished delays it and does not refuse it. Raises {@link PrivacyProblem#ERASURE_UNDER_WAY}, and what
     * {@link PasswordCheck} raises.
     */
    public Mono<Erasure> request(AccountId person, String password) {
        return passwordCheck.confirm(person, password).then(Mono.defer(() -> begin(person)));
    }

    /** Raises {@link PrivacyProblem#NO_ERASURE}. */
    @Transactional
    public Mono<Void> callOff(AccountId person) {
        return erasures.callOff(person, clock.instant())
                .filter(calledOff -> calledOff)
                .switchIfEmpty(Mono.error(PrivacyProblem.NO_ERASURE::raise))
                .then(departures.stay(person));
    }

    public Mono<Erasure> find(AccountId person) {
        return erasures.find(person);
    }

    private Mono<Erasure> begin(AccountId person) {
        var now = clock.instant();
        var erasure = new Erasure(ids.next(), person, now, now.plus(settings.coolingOff()), null);
        return erasures.add(erasure)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(PrivacyProblem.ERASURE_UNDER_WAY::raise))
                .then(departures.beginLeaving(person, now))
                .thenReturn(erasure)
                .as(transaction::transactional);
    }
}
