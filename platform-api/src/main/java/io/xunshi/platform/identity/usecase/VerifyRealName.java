package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdNumber;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.storage.AccountRepository;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Proves who stands behind an account (实名认证, E-Commerce Law art. 27). */
@Component
public class VerifyRealName {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}·]{2,25}");

    private final AccountRepository accounts;
    private final RealNameChecks checks;
    private final Clock clock;

    VerifyRealName(AccountRepository accounts, RealNameChecks checks, Clock clock) {
        this.accounts = accounts;
        this.checks = checks;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#REAL_NAME_NO_MATCH}, or {@link IdentityProblem#REAL_NAME_ALREADY_VERIFIED}. */
    public Mono<Account> verify(AccountId id, String name, String idNumber) {
        var writtenName = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        var number =
                Normalizer.normalize(idNumber, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        if (!NAME.matcher(writtenName).matches() || !IdNumber.isValid(number)) {
            return Mono.error(IdentityProblem.BAD_REAL_NAME.raise());
        }
        return checks.matches(writtenName, number)
                .filter(matches -> matches)
                .switchIfEmpty(Mono.error(IdentityProblem.REAL_NAME_NO_MATCH::raise))
                .flatMap(matches -> accounts.verifyRealName(id, writtenName, number, clock.instant()))
                .filter(verified -> verified)
                .switchIfEmpty(Mono.error(IdentityProblem.REAL_NAME_ALREADY_VERIFIED::raise))
                .then(accounts.find(id));
    }
}
