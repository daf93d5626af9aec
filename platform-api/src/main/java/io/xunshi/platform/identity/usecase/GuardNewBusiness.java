package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.http.BusinessGate;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Standing;
import io.xunshi.platform.identity.storage.StandingRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps who is leaving or suspended from beginning something; what runs they may finish. */
@Component
class GuardNewBusiness implements BusinessGate {
    private final StandingRepository standings;
    private final Clock clock;

    GuardNewBusiness(StandingRepository standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> pass(String principal) {
        return standings.find(new AccountId(UUID.fromString(principal))).flatMap(this::judge);
    }

    private Mono<Void> judge(Standing standing) {
        return switch (standing.at(clock.instant())) {
            case Standing.Good good -> Mono.empty();
            case Standing.Leaving leaving -> Mono.error(IdentityProblem.LEAVING.raise());
            case Standing.Suspended suspended ->
                Mono.error(IdentityProblem.SUSPENDED
                        .raise(suspended.until().toString())
                        .with("until", suspended.until().toString()));
        };
    }
}
