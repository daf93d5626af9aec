package io.xunshi.platform.credit.usecase;

import io.xunshi.platform.audit.Conduct;
import io.xunshi.platform.audit.ConductRecords;
import io.xunshi.platform.credit.CreditProblem;
import io.xunshi.platform.credit.domain.Appeal;
import io.xunshi.platform.credit.domain.CreditLevel;
import io.xunshi.platform.credit.domain.CreditRecord;
import io.xunshi.platform.credit.domain.CreditRecord.Doubts;
import io.xunshi.platform.credit.domain.CreditRecord.StandingDeed;
import io.xunshi.platform.credit.domain.CreditScore;
import io.xunshi.platform.credit.storage.AppealRepository;
import io.xunshi.platform.credit.storage.RingRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.SharedBrowsers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Computes scores from what the trades tell. */
@Component
public class ReadCredit {
    /** A score of a year ago remembers the year before it. */
    private static final int YEARS_READ = 2;

    /** A shop's thousandth deed says nothing that its first five hundred did not. */
    private static final int DEEDS_MOST = 500;

    private final List<ConductRecords> records;
    private final Accounts accounts;
    private final SharedBrowsers browsers;
    private final RingRepository rings;
    private final AppealRepository appeals;
    private final Clock clock;

    ReadCredit(
            List<ConductRecords> records,
            Accounts accounts,
            SharedBrowsers browsers,
            RingRepository rings,
            AppealRepository appeals,
            Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.browsers = browsers;
        this.rings = rings;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** All of it, for its owner. */
    public Mono<OwnCredit> ownOf(AccountId person) {
        var now = clock.instant();
        return accounts.find(person)
                .flatMap(account -> appeals.findOf(person)
                        .collectList()
                        .flatMap(made -> recordOf(account, made, now).map(credit -> new OwnCredit(credit, made, now))));
    }

    /** What everybody may see. Raises {@link CreditProblem#NO_SUCH_PERSON}. */
    public Mono<CreditLevel> levelOf(AccountId person) {
        var now = clock.instant();
        return accounts.find(person)
                .switchIfEmpty(Mono.error(CreditProblem.NO_SUCH_PERSON::raise))
                .flatMap(account -> appeals.findOf(person).collectList().flatMap(made -> recordOf(account, made, now)))
                .map(credit -> credit.levelAt(now));
    }

    private Mono<CreditRecord> recordOf(AccountView account, List<Appeal> made, Instant now) {
        var person = account.id();
        return doubtsAbout(person, grantedOf(made, now))
                .flatMap(doubts -> conductOf(person, now)
                        .map(conduct -> CreditRecord.of(person, account.realNameVerified(), conduct, doubts)));
    }

    private Mono<Doubts> doubtsAbout(AccountId person, Set<UUID> granted) {
        return browsers.of(person)
                .collect(Collectors.toSet())
                .flatMap(sharing -> rings.findFellows(person)
                        .collect(Collectors.toSet())
                        .map(ring -> new Doubts(sharing, ring, granted)));
    }

    private Mono<List<Conduct>> conductOf(AccountId person, Instant now) {
        var since = now.minus(CreditScore.MEMORY.multipliedBy(YEARS_READ));
        return Flux.fromIterable(records)
                .concatMap(source -> source.of(person, since, now, DEEDS_MOST))
                .collectList();
    }

    private static Set<UUID> grantedOf(List<Appeal> made, Instant now) {
        return made.stream()
                .filter(appeal -> appeal.isGrantedAt(now))
                .map(Appeal::deedId)
                .collect(Collectors.toSet());
    }

    /** @param appeals all that the person ever made, in no order */
    public record OwnCredit(CreditRecord credit, List<Appeal> appeals, Instant at) {
        public OwnCredit {
            appeals = List.copyOf(appeals);
        }

        /** What takes something away, or was left out for a suspicion, and was not appealed before. */
        public boolean isAppealable(StandingDeed deed) {
            var isHurt = switch (deed.standing()) {
                case COUNTS -> credit.effectOf(deed, at) < 0;
                case SHARED_BROWSER, RING -> true;
                case SAME_PERSON_AGAIN, APPEALED -> false;
            };
            return isHurt && appealOf(deed).isEmpty();
        }

        public Optional<Appeal> appealOf(StandingDeed deed) {
            return appeals.stream()
                    .filter(appeal -> appeal.deedId().equals(deed.id()))
                    .findFirst();
        }
    }
}
