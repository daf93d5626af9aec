package io.xunshi.platform.identity.usecase;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords with Argon2id (RFC 9106; OWASP's parameters). Hashing is slow and hungry on purpose, so it has
 * threads of its own, few enough that a flood of sign-ins cannot take the processors or the memory from everybody else.
 */
@Component
class Passwords {
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 1000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING_MAX, "argon2");
    private final Argon2PasswordEncoder encoder;
    private final String nobodysHash;

    Passwords(IdentitySettings settings) {
        var memoryKib = (int) settings.passwordMemory().toKilobytes();
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, PASSES);
        nobodysHash = encoder.encode("nobody has this password");
    }

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> encoder.encode(password))
                .subscribeOn(scheduler)
                .ofType(String.class);
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(scheduler);
    }

    /**
     * Takes as long as a real comparison and is never true: the answer's time must not tell that there is no account.
     */
    Mono<Boolean> matchesNobody(String password) {
        return matches(password, nobodysHash).map(ignored -> false);
    }
}
