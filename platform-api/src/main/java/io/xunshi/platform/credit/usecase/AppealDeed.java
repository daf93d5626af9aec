package io.xunshi.platform.credit.usecase;

import io.xunshi.platform.credit.CreditProblem;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.storage.AppealRepository;
import io.xunshi.platform.credit.usecase.ReadCredit.OwnCredit;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A person's word against what their score counts or leaves out. */
@Component
public class AppealDeed {
    /** Who appeals everything gives officers nothing to look at. */
    private static final int OPEN_MOST = 5;

    private final ReadCredit readCredit;
    private final AppealRepository appeals;
    private final IdGenerator ids;
    private final Clock clock;

    AppealDeed(ReadCredit readCredit, AppealRepository appeals, IdGenerator ids, Clock clock) {
        this.readCredit = readCredit;
        this.appeals = appeals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link CreditProblem#NO_SUCH_DEED}, {@link CreditProblem#NOTHING_TO_APPEAL},
     * {@link CreditProblem#ALREADY_APPEALED} and {@link CreditProblem#TOO_MANY_APPEALS}.
     *
     * @param words plain text in lines
     */
    @Transactional
    public Mono<Appeal> appeal(AccountId person, UUID deedId, String words) {
        return appeals.lock(person)
                .then(readCredit.ownOf(person))
                .map(own -> appealOf(person, deedId, words, own))
                .delayUntil(appeal -> checkCount(person))
                .delayUntil(appeal -> appeals.add(appeal)
                        .filter(isAdded -> isAdded)
                        .switchIfEmpty(Mono.error(CreditProblem.ALREADY_APPEALED::raise)));
    }

    private Appeal appealOf(AccountId person, UUID deedId, String words, OwnCredit own) {
        var deed = own.credit().deeds().stream()
                .filter(known -> known.id().equals(deedId))
                .findFirst()
                .orElseThrow(CreditProblem.NO_SUCH_DEED::raise);
        if (!own.isAppealable(deed)) {
            throw own.appealOf(deed).isPresent()
                    ? CreditProblem.ALREADY_APPEALED.raise()
                    : CreditProblem.NOTHING_TO_APPEAL.raise();
        }
        var effect = own.credit().effectOf(deed, own.at());
        return new Appeal(
                ids.next(), person, deedId, deed.conduct(), deed.standing(), effect, words, clock.instant(), null);
    }

    private Mono<Void> checkCount(AccountId person) {
        return appeals.countOpen(person)
                .filter(open -> open < OPEN_MOST)
                .switchIfEmpty(Mono.error(() -> CreditProblem.TOO_MANY_APPEALS.raise(OPEN_MOST)))
                .then();
    }
}
