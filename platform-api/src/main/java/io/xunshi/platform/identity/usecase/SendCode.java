package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.identity.IdentityProblem;
import io.xunshi.platform.identity.domain.CodePurpose;
import io.xunshi.platform.identity.domain.Contact;
import io.xunshi.platform.identity.storage.AccountRepository;
import io.xunshi.platform.identity.storage.CodeRepository;
import io.xunshi.platform.identity.usecase.Notices.Notice;
import io.xunshi.platform.kernel.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends a one-time code. The caller learns nothing about who has an account: the answer is the same, only the message
 * differs.
 */
@Component
public class SendCode {
    private static final int CODES = 1_000_000;

    private final CodeRepository codes;
    private final AccountRepository accounts;
    private final Notices notices;
    private final IdentitySettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SendCode(
            CodeRepository codes,
            AccountRepository accounts,
            Notices notices,
            IdentitySettings settings,
            IdGenerator ids,
            Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.notices = notices;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link IdentityProblem#CODE_TOO_SOON} within the pause after the last one. */
    public Mono<Void> send(Contact contact, CodePurpose purpose) {
        var id = ids.next();
        var code = "%06d".formatted(random.nextInt(CODES));
        return codes.add(id, contact, purpose, code, clock.instant(), settings.codePause())
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> IdentityProblem.CODE_TOO_SOON
                        .raise(settings.codePause().toSeconds())
                        .with("retryAfterSeconds", settings.codePause().toSeconds())))
                .then(accounts.findByContact(contact).hasElement())
                .flatMap(known -> tell(id, contact, purpose, code, known))
                .onErrorResume(error -> codes.remove(id).then(Mono.error(error)));
    }

    /** Old codes are of no use to anybody but a thief. */
    @Scheduled(fixedDelayString = "${xunshi.identity.code-purge-interval:1h}")
    public Mono<Void> purge() {
        return Mono.defer(() -> codes.forgetOlderThan(
                clock.instant().minus(settings.codeValidity().multipliedBy(2))));
    }

    private Mono<Void> tell(UUID id, Contact contact, CodePurpose purpose, String code, boolean known) {
        return switch (purpose) {
            case SIGN_UP -> notices.send(id, contact, known ? new Notice.AccountExists() : codeNotice(code));
            case CHANGE_CONTACT -> notices.send(id, contact, known ? new Notice.AccountExists() : codeNotice(code));
            case RESET_PASSWORD -> known ? notices.send(id, contact, codeNotice(code)) : Mono.empty();
        };
    }

    private Notice codeNotice(String code) {
        return new Notice.Code(code, settings.codeValidity().toMinutes());
    }
}
