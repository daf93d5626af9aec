package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.identity.domain.Account;
import io.xunshi.platform.identity.domain.SecondFactor;
import io.xunshi.platform.identity.domain.TimeCode;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.SecondFactorRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Gives an account a second factor, an authenticator with recovery codes (TOTP, RFC 6238), and takes it away. */
@Component
public class UseSecondFactor {
    private static final int RECOVERY_CODES = 10;

    /** Eighty bits, as NIST SP 800-63B §3.1.2 wants at least sixty-four of. */
    private static final int RECOVERY_BYTES = 10;

    private final SecondFactorRepository secondFactors;
    private final AccountRepository accounts;
    private final PasswordCheck passwordCheck;
    private final ProveSecondFactor proof;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UseSecondFactor(
            SecondFactorRepository secondFactors,
            AccountRepository accounts,
            PasswordCheck passwordCheck,
            ProveSecondFactor proof,
            Clock clock) {
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.passwordCheck = passwordCheck;
        this.proof = proof;
        this.clock = clock;
    }

    public Mono<SecondFactor> standing(AccountId account) {
        return secondFactors.standing(account);
    }

    /**
     * A new secret for an authenticator; it counts once it is confirmed. Raises
     * {@link IdentityProblem#SECOND_FACTOR_ON}, and what {@link PasswordCheck} raises.
     */
    public Mono<Enrolment> begin(AccountId person, String password) {
        var secret = new byte[TimeCode.SECRET_BYTES];
        random.nextBytes(secret);
        return passwordCheck
                .confirm(person, password)
                .then(Mono.defer(
                        () -> secondFactors.begin(person, HexFormat.of().formatHex(secret), clock.instant())))
                .filter(begun -> begun)
                .switchIfEmpty(Mono.error(IdentityProblem.SECOND_FACTOR_ON::raise))
                .then(accounts.find(person))
                .map(account -> Enrolment.of(secret, account));
    }

    /** Switches it on with the first code; the recovery codes are told this once. */
    @Transactional
    public Mono<List<String>> confirm(AccountId person, String code) {
        var codes =
                IntStream.range(0, RECOVERY_CODES).mapToObj(i -> recoveryCode()).toList();
        return secondFactors
                .secret(person, false)
                .filterWhen(secret -> proof.isRight(person, secret, code))
                .switchIfEmpty(Mono.error(IdentityProblem.SECOND_FACTOR_WRONG::raise))
                .flatMap(secret -> secondFactors.confirm(person, codes, clock.instant()))
                .thenReturn(codes);
    }

    /** Raises {@link IdentityProblem#SECOND_FACTOR_WRONG}, and what {@link PasswordCheck} raises. */
    public Mono<Void> remove(AccountId person, String password, String code) {
        return passwordCheck
                .confirm(person, password)
                .then(Mono.defer(() -> proof.prove(person, code)))
                .then(Mono.defer(() -> secondFactors.remove(person)));
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return TimeCode.base32(bytes);
    }

    /**
     * What an authenticator needs.
     *
     * @param secret in Base32, to be typed
     * @param address the same as a QR code's text (<code>otpauth:</code>, Google Authenticator's key URI format)
     */
    public record Enrolment(String secret, String address) {
        private static final String ISSUER = "Xunshi";

        static Enrolment of(byte[] secret, Account account) {
            var text = TimeCode.base32(secret);
            var label = URLEncoder.encode(account.contact().masked(), StandardCharsets.UTF_8);
            return new Enrolment(
                    text, "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(ISSUER, label, text, ISSUER));
        }
    }
}
