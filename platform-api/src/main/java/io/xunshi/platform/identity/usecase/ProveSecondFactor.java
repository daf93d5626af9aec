package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.TimeCode;
import io.xunshi.platform.identity.storage.SecondFactorRepository;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks the code of an authenticator, once for each code, or a recovery code, once for ever. */
@Component
class ProveSecondFactor {
    private final SecondFactorRepository secondFactors;
    private final Clock clock;

    ProveSecondFactor(SecondFactorRepository secondFactors, Clock clock) {
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    /**
     * Completes where the account has no second factor, or the code is right. Raises
     * {@link IdentityProblem#SECOND_FACTOR_NEEDED} or {@link IdentityProblem#SECOND_FACTOR_WRONG}.
     *
     * @param code null where none was typed
     */
    Mono<Void> prove(AccountId person, @Nullable String code) {
        return secondFactors.secret(person, true).flatMap(secret -> prove(person, secret, code));
    }

    private Mono<Void> prove(AccountId person, String secret, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return Mono.error(IdentityProblem.SECOND_FACTOR_NEEDED.raise());
        }
        var typed = code.replaceAll("[\\s-]", "");
        return isRight(person, secret, typed)
                .filter(right -> right)
                .switchIfEmpty(Mono.defer(() -> secondFactors.useRecoveryCode(person, typed, clock.instant())))
                .filter(right -> right)
                .switchIfEmpty(Mono.error(IdentityProblem.SECOND_FACTOR_WRONG::raise))
                .then();
    }

    /** @param secret in hexadecimal */
    Mono<Boolean> isRight(AccountId person, String secret, String code) {
        var step = TimeCode.stepOf(code, HexFormat.of().parseHex(secret), clock.instant());
        return step.isPresent() ? secondFactors.use(person, step.getAsLong()) : Mono.just(false);
    }
}
