package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.Organiser;
import io.xunshi.platform.marketday.storage.OrganiserRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an administrator decides about organisers: who holds market days, and who acts for them. */
@Component
public class RunOrganisers {
    /** An organisation's members, and who works at a point. */
    private static final Set<Role> MAY_ORGANISE = Set.of(Role.ORGANISATION_MEMBER, Role.POINT_OPERATOR);

    private final OrganiserRepository organisers;
    private final Accounts accounts;
    private final IdGenerator ids;
    private final Clock clock;

    RunOrganisers(OrganiserRepository organisers, Accounts accounts, IdGenerator ids, Clock clock) {
        this.organisers = organisers;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    public Flux<Organiser> findAll() {
        return organisers.findAll();
    }

    /**
     * With its first steward; raises {@link MarketDayProblem#NOT_A_MEMBER} or {@link MarketDayProblem#SERVES_ANOTHER}.
     */
    @Transactional
    public Mono<Organiser> enter(String contact, String name, Organiser.Kind kind) {
        var now = clock.instant();
        var organiser = new Organiser(ids.next(), name, kind);
        return member(contact)
                .flatMap(steward -> organisers
                        .add(organiser, now)
                        .then(Mono.defer(() -> employ(organiser.id(), steward.id(), now))))
                .thenReturn(organiser);
    }

    /**
     * Raises {@link MarketDayProblem#NO_SUCH_ORGANISER}, {@link MarketDayProblem#NOT_A_MEMBER} or
     * {@link MarketDayProblem#SERVES_ANOTHER}.
     */
    @Transactional
    public Mono<Void> employ(UUID id, String contact) {
        return existing(id).then(member(contact)).flatMap(steward -> employ(id, steward.id(), clock.instant()));
    }

    /** Does nothing for somebody who does not act for it. */
    @Transactional
    public Mono<Void> dismiss(UUID id, AccountId steward) {
        return existing(id).then(organisers.endSteward(id, steward, clock.instant()));
    }

    /** Raises {@link MarketDayProblem#NO_SUCH_ORGANISER}. */
    public Flux<AccountView> stewardsOf(UUID id) {
        return existing(id).thenMany(organisers.stewardsOf(id)).concatMap(accounts::find);
    }

    private Mono<Void> employ(UUID id, AccountId steward, Instant now) {
        return organisers
                .addSteward(id, steward, now)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(MarketDayProblem.SERVES_ANOTHER::raise))
                .then();
    }

    private Mono<Organiser> existing(UUID id) {
        return organisers.find(id).switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_ORGANISER::raise));
    }

    private Mono<AccountView> member(String contact) {
        return accounts.findByContact(contact)
                .filter(account -> account.roles().stream().anyMatch(MAY_ORGANISE::contains))
                .switchIfEmpty(Mono.error(MarketDayProblem.NOT_A_MEMBER::raise));
    }
}
