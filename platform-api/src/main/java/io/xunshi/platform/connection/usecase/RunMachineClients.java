package io.xunshi.platform.connection.usecase;

import io.xunshi.platform.connection.ConnectionProblem;
import io.xunshi.platform.connection.domain.MachineClient;
import io.xunshi.platform.connection.domain.RandomSecret;
import io.xunshi.platform.connection.storage.AccessTokenRepository;
import io.xunshi.platform.connection.storage.MachineClientRepository;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.MachineAccounts;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.MachineMembers;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What an organisation's owners do about its programs. Whoever makes one, or has a secret said, types the password
 * again: what they get outlives their session.
 */
@Component
public class RunMachineClients {
    private final MachineClientRepository clients;
    private final AccessTokenRepository tokens;
    private final Organisations organisations;
    private final MachineAccounts machineAccounts;
    private final MachineMembers machineMembers;
    private final PasswordCheck passwordCheck;
    private final ConnectionSettings settings;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    RunMachineClients(
            MachineClientRepository clients,
            AccessTokenRepository tokens,
            Organisations organisations,
            MachineAccounts machineAccounts,
            MachineMembers machineMembers,
            PasswordCheck passwordCheck,
            ConnectionSettings settings,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.organisations = organisations;
        this.machineAccounts = machineAccounts;
        this.machineMembers = machineMembers;
        this.passwordCheck = passwordCheck;
        this.settings = settings;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Also revoked ones, the newest first; raises what {@link Organisations#requireRole} does. */
    public Mono<List<MachineClient>> findOf(AccountId owner, OrganisationId id) {
        return asOwner(owner, id)
                .then(Mono.defer(() -> clients.findOf(id, clock.instant()).collectList()));
    }

    /**
     * A client that nobody can prove to be yet. Raises {@link ConnectionProblem#TOO_MANY_CLIENTS}, what
     * {@link PasswordCheck} and {@link Organisations#requireRole} raise.
     *
     * @param scopes {@link Scope#SIGNER} only together with {@link Scope#TRADER}
     */
    public Mono<MachineClient> make(
            AccountId owner, OrganisationId id, String name, Set<Scope> scopes, String password) {
        return passwordCheck
                .confirm(owner, password)
                .then(Mono.defer(() -> made(owner, id, name, scopes)).as(transaction::transactional));
    }

    /**
     * One more secret, said this once. The newest before it stays good for the overlap, older ones end at once; with no
     * overlap so do all access tokens. Raises {@link ConnectionProblem#CLIENT_NOT_FOUND},
     * {@link ConnectionProblem#CLIENT_REVOKED}, what {@link PasswordCheck} and {@link Organisations#requireRole} raise.
     */
    public Mono<NewSecret> renewSecret(
            AccountId owner, OrganisationId id, UUID client, Duration overlap, String password) {
        return passwordCheck
                .confirm(owner, password)
                .then(Mono.defer(() -> renewed(owner, id, client, overlap)).as(transaction::transactional));
    }

    /**
     * Its secrets and tokens are good for nothing from now on. Raises {@link ConnectionProblem#CLIENT_NOT_FOUND} and
     * what {@link Organisations#requireRole} does; changes nothing for a client that is revoked already.
     */
    public Mono<MachineClient> revoke(AccountId owner, OrganisationId id, UUID client) {
        return Mono.defer(() -> asOwner(owner, id)
                        .then(own(id, client))
                        .delayUntil(found -> clients.revoke(client, owner, clock.instant()))
                        .delayUntil(found -> tokens.withdrawAllOf(client))
                        .delayUntil(found -> machineMembers.dismiss(id, found.account()))
                        .then(own(id, client)))
                .as(transaction::transactional);
    }

    private Mono<MachineClient> made(AccountId owner, OrganisationId id, String name, Set<Scope> scopes) {
        return asOwner(owner, id)
                .then(machineAccounts.open(name))
                .delayUntil(account -> machineMembers.admit(id, account, rolesOf(scopes)))
                .delayUntil(account -> checkCount(id))
                .map(account -> new MachineClient(
                        ids.next(), id, account, name, scopes, clock.instant(), null, null, List.of()))
                .delayUntil(client -> clients.add(client, owner));
    }

    /** Nobody else makes one meanwhile: who acts for the organisation is locked. */
    private Mono<Void> checkCount(OrganisationId id) {
        return clients.countOpenOf(id)
                .filter(open -> open < settings.clientsMax())
                .switchIfEmpty(Mono.error(() -> ConnectionProblem.TOO_MANY_CLIENTS.raise(settings.clientsMax())))
                .then();
    }

    private Mono<NewSecret> renewed(AccountId owner, OrganisationId id, UUID client, Duration overlap) {
        var now = clock.instant();
        var secret = RandomSecret.beginning(RandomSecret.CLIENT);
        return asOwner(owner, id)
                .then(clients.lock(client, id))
                .switchIfEmpty(Mono.error(ConnectionProblem.CLIENT_NOT_FOUND::raise))
                .then(own(id, client))
                .filter(found -> !found.isRevoked())
                .switchIfEmpty(Mono.error(ConnectionProblem.CLIENT_REVOKED::raise))
                .delayUntil(found -> replace(client, secret, overlap, now))
                .then(own(id, client))
                .map(found -> new NewSecret(found, secret));
    }

    private Mono<Void> replace(UUID client, String secret, Duration overlap, Instant now) {
        return clients.endSecrets(client, now, now.plus(overlap))
                .then(clients.addSecret(client, Sha256.of(secret), now))
                .then(overlap.isZero() ? tokens.withdrawAllOf(client) : Mono.empty());
    }

    private Mono<MachineClient> own(OrganisationId id, UUID client) {
        return Flux.defer(() -> clients.findOf(id, clock.instant()))
                .filter(found -> found.id().equals(client))
                .next()
                .switchIfEmpty(Mono.error(ConnectionProblem.CLIENT_NOT_FOUND::raise));
    }

    private Mono<Void> asOwner(AccountId owner, OrganisationId id) {
        return organisations.requireRole(owner, id, MemberRole.OWNER).then();
    }

    private static Set<MemberRole> rolesOf(Set<Scope> scopes) {
        return scopes.stream()
                .map(scope -> switch (scope) {
                    case TRADER, SIGNER -> MemberRole.TRADER;
                    case WEIGHER -> MemberRole.WEIGHER;
                    case FINANCE -> MemberRole.FINANCE;
                })
                .collect(Collectors.toSet());
    }

    /** @param secret of which only the hash is kept */
    public record NewSecret(MachineClient client, String secret) {
        @Override
        public String toString() {
            return "NewSecret[client=" + client.id() + "]";
        }
    }
}
