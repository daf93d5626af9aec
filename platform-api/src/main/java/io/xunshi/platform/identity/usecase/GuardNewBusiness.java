package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.http.BusinessGate;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.storage.StandingRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps who is leaving from beginning something; what runs they may finish. */
@Component
class GuardNewBusiness implements BusinessGate {
    private final StandingRepository standings;

    GuardNewBusiness(StandingRepository standings) {
        this.standings = standings;
    }

    @Override
    public Mono<Void> pass(String principal) {
        return standings
                .isLeaving(new AccountId(UUID.fromString(principal)))
                .filter(isLeaving -> isLeaving)
                .flatMap(isLeaving -> Mono.error(IdentityProblem.LEAVING.raise()));
    }
}
