package io.xunshi.platform.purpose.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.purpose.PurposeKind;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.domain.Purpose;
import io.xunshi.platform.purpose.storage.PurposeRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An officer says what for before looking. */
@Component
public class DeclarePurpose {
    private static final int SHOWN_MOST = 20;

    private final PurposeRepository purposes;
    private final IdGenerator ids;
    private final Clock clock;

    DeclarePurpose(PurposeRepository purposes, IdGenerator ids, Clock clock) {
        this.purposes = purposes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link PurposeProblem#CASE_NUMBER_NEEDED} and {@link PurposeProblem#CANNOT_BE_SILENT}. */
    public Mono<Purpose> declare(SignedIn officer, Said said) {
        return Mono.fromCallable(() -> said.by(officer, ids.next(), now()).checked())
                .delayUntil(purposes::add);
    }

    /** The officer's own, newest first, at most twenty. */
    public Flux<Purpose> findOf(AccountId officer) {
        return purposes.findOf(officer, SHOWN_MOST);
    }

    public boolean isOpen(Purpose purpose) {
        return purpose.covers(now());
    }

    /** Raises {@link PurposeProblem#NEEDED} where the officer has none such, {@link PurposeProblem#OVER}. */
    public Mono<Void> end(AccountId officer, UUID id) {
        return purposes.find(id)
                .filter(purpose -> purpose.officer().equals(officer))
                .switchIfEmpty(Mono.error(PurposeProblem.NEEDED::raise))
                .flatMap(purpose -> purposes.end(purpose.id(), now()))
                .filter(ended -> ended)
                .switchIfEmpty(Mono.error(PurposeProblem.OVER::raise))
                .then();
    }

    /** As the database keeps it, so that what is hashed is what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * What is declared.
     *
     * @param caseNumber empty for a duty without one
     * @param untoldUntil until when a case forbids telling; null where none does
     */
    public record Said(
            PurposeKind kind,
            String caseNumber,
            String reason,
            int hours,
            @Nullable Instant untoldUntil) {

        private Purpose by(SignedIn officer, UUID id, Instant now) {
            return new Purpose(
                    id,
                    officer.id(),
                    officer.is(Role.REGULATOR) ? Role.REGULATOR : Role.ADMINISTRATOR,
                    kind,
                    caseNumber,
                    reason,
                    untoldUntil == null ? null : untoldUntil.truncatedTo(ChronoUnit.MILLIS),
                    now,
                    now.plus(Duration.ofHours(hours)),
                    null);
        }
    }
}
