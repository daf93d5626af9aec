package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookCorner;
import io.xunshi.platform.corner.domain.BookCorner.Profile;
import io.xunshi.platform.corner.domain.CreditRule;
import io.xunshi.platform.corner.storage.CornerRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an administrator decides about corners: which school has one, and who keeps it. */
@Component
public class RunCorners {
    private final CornerRepository corners;
    private final Accounts accounts;
    private final Catalog catalog;
    private final IdGenerator ids;
    private final Clock clock;

    RunCorners(CornerRepository corners, Accounts accounts, Catalog catalog, IdGenerator ids, Clock clock) {
        this.corners = corners;
        this.accounts = accounts;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a corner with its first librarian and the usual rule, which they may change. Raises
     * {@link CornerProblem#NOT_A_MEMBER} or {@link CornerProblem#KEEPS_ANOTHER}.
     */
    @Transactional
    public Mono<BookCorner> open(AccountId officer, String contact, Profile profile) {
        var now = clock.instant();
        var id = ids.next();
        var corner = new BookCorner(new CornerId(id), ShortCode.of('H', id), profile, 1, now);
        return checked(profile)
                .then(member(contact))
                .flatMap(librarian -> corners.add(corner)
                        .then(employ(corner.id(), librarian.id(), now))
                        .then(corners.addRule(corner.id(), CreditRule.USUAL, officer, now)))
                .thenReturn(corner);
    }

    /** Raises {@link CornerProblem#NO_SUCH_CORNER} or {@link HttpProblem#STALE}. */
    @Transactional
    public Mono<BookCorner> edit(CornerId id, long version, Profile profile) {
        return existing(id)
                .then(checked(profile))
                .then(corners.edit(id, version, profile))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    /** Raises {@link CornerProblem#NOT_A_MEMBER} or {@link CornerProblem#KEEPS_ANOTHER}. */
    @Transactional
    public Mono<Void> employ(CornerId id, String contact) {
        return existing(id).then(member(contact)).flatMap(librarian -> employ(id, librarian.id(), clock.instant()));
    }

    /** Does nothing for somebody who does not keep it. */
    @Transactional
    public Mono<Void> dismiss(CornerId id, AccountId librarian) {
        return existing(id).then(corners.endLibrarian(id, librarian, clock.instant()));
    }

    /** Raises {@link CornerProblem#NO_SUCH_CORNER}. */
    public Flux<AccountView> librariansOf(CornerId id) {
        return existing(id).thenMany(corners.librariansOf(id)).concatMap(accounts::find);
    }

    private Mono<Void> employ(CornerId id, AccountId librarian, Instant now) {
        return corners.addLibrarian(id, librarian, now)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(CornerProblem.KEEPS_ANOTHER::raise))
                .then();
    }

    private Mono<BookCorner> existing(CornerId id) {
        return corners.find(id).switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_CORNER::raise));
    }

    private Mono<AccountView> member(String contact) {
        return accounts.findByContact(contact)
                .filter(account -> account.roles().contains(Role.ORGANISATION_MEMBER))
                .switchIfEmpty(Mono.error(CornerProblem.NOT_A_MEMBER::raise));
    }

    private Mono<Void> checked(Profile profile) {
        return catalog.district(profile.districtCode()).isPresent()
                ? Mono.empty()
                : Mono.error(FieldFault.refuse(List.of(new FieldFault("districtCode", "corner.field.unknown"))));
    }
}
