package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.domain.Shelved;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.storage.MovementRepository;
import io.xunshi.platform.corner.storage.ReaderRepository;
import io.xunshi.platform.corner.storage.ReaderRepository.Consent;
import io.xunshi.platform.corner.storage.SchoolRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Issues cards to a class, records guardians' consents, and forgets whom consent is withdrawn for (Personal Information
 * Protection Law art. 15, 31 and 47; Regulations on the Protection of Minors in Cyberspace art. 31–36). No name is
 * taken: the school keeps on paper who holds which card.
 */
@Component
public class KeepReaders {
    /** Which text guardians sign; another text gets another version, and old consents keep theirs. */
    public static final String CONSENT_VERSION = "2026-11";

    private final Desks desks;
    private final SchoolRepository school;
    private final ReaderRepository readers;
    private final BookRepository books;
    private final MovementRepository movements;
    private final IdGenerator ids;
    private final Clock clock;

    KeepReaders(
            Desks desks,
            SchoolRepository school,
            ReaderRepository readers,
            BookRepository books,
            MovementRepository movements,
            IdGenerator ids,
            Clock clock) {
        this.desks = desks;
        this.school = school;
        this.readers = readers;
        this.books = books;
        this.movements = movements;
        this.ids = ids;
        this.clock = clock;
    }

    /** Cards that nobody can use before a consent; raises {@link CornerProblem#NO_SUCH_CLASS}. */
    @Transactional
    public Mono<List<Card>> issue(AccountId librarian, UUID classId, int count) {
        return desks.of(librarian)
                .flatMap(desk -> inClass(desk, classId)
                        .thenMany(Flux.range(0, count).concatMap(n -> issueOne(desk.corner(), classId)))
                        .then(readers.findOfClass(desk.corner(), classId).collectList()));
    }

    /** Those in use; raises {@link CornerProblem#NO_SUCH_CLASS}. */
    public Flux<Card> ofClass(AccountId librarian, UUID classId) {
        return desks.of(librarian)
                .flatMapMany(desk -> inClass(desk, classId).thenMany(readers.findOfClass(desk.corner(), classId)));
    }

    /**
     * With the books that its reader has; raises {@link CornerProblem#NO_SUCH_CARD} or
     * {@link CornerProblem#CARD_REPLACED}.
     */
    public Mono<Held> find(AccountId librarian, String code) {
        return desks.of(librarian).flatMap(desk -> desks.cardAt(desk, code)).flatMap(this::held);
    }

    /**
     * Records forms that guardians signed; cards that have a consent keep it. Raises {@link CornerProblem#BAD_DATES}
     * for a day to come, and {@link CornerProblem#NO_SUCH_CARD} or {@link CornerProblem#CARD_REPLACED} where one of the
     * cards cannot be used: nothing is recorded then.
     *
     * @return how many cards can be used by it that could not before
     */
    @Transactional
    public Mono<Long> recordConsents(AccountId librarian, List<String> codes, LocalDate signedOn) {
        if (signedOn.isAfter(desks.today()) || signedOn.isBefore(desks.today().minusYears(1))) {
            return Mono.error(CornerProblem.BAD_DATES.raise());
        }
        var consent = new Consent(CONSENT_VERSION, signedOn, librarian, clock.instant());
        return desks.of(librarian)
                .flatMap(desk -> Flux.fromIterable(codes)
                        .concatMap(code -> desks.cardAt(desk, code))
                        .map(Card::code)
                        .collectList()
                        .flatMap(known -> readers.addConsents(desk.corner(), known, consent)));
    }

    /** For a lost card: the same reader with all credits and loans, and a new code. */
    @Transactional
    public Mono<Held> replace(AccountId librarian, String code) {
        var newCode = ShortCode.of('K', ids.next());
        return desks.of(librarian)
                .flatMap(desk -> desks.cardAt(desk, code)
                        .flatMap(card -> readers.replaceCard(card.reader(), newCode, clock.instant())
                                .then(desks.cardAt(desk, newCode))))
                .flatMap(this::held);
    }

    /**
     * Forgets the reader: card and credits are gone, what they gave, took and have out is nobody's from now on and
     * counts for the class alone. That there was a consent, and when it was withdrawn, stays as proof. Raises
     * {@link CornerProblem#NO_SUCH_CARD} or {@link CornerProblem#CARD_REPLACED}.
     */
    @Transactional
    public Mono<Void> withdrawConsent(AccountId librarian, String code) {
        return desks.of(librarian)
                .flatMap(desk -> desks.cardAt(desk, code).flatMap(card -> forget(librarian, desk, card.reader())));
    }

    private Mono<Void> forget(AccountId librarian, Desk desk, UUID reader) {
        var now = clock.instant();
        return readers.lockCredits(reader)
                .filter(credits -> credits > 0)
                .flatMap(credits -> movements.forfeit(
                        desk.corner(), reader, credits, desk.rule().version(), now))
                .then(readers.withdrawConsents(reader, librarian, now))
                .then(readers.forget(reader));
    }

    private Mono<Void> issueOne(CornerId corner, UUID classId) {
        var id = ids.next();
        return readers.add(corner, classId, id, ShortCode.of('K', ids.next()), clock.instant());
    }

    private Mono<Void> inClass(Desk desk, UUID classId) {
        return school.hasClass(desk.corner(), classId)
                .flatMap(known -> known ? Mono.empty() : Mono.error(CornerProblem.NO_SUCH_CLASS.raise()));
    }

    private Mono<Held> held(Card card) {
        return books.findHeldBy(card.reader()).collectList().map(held -> new Held(card, held));
    }

    /** A card with the books that its reader has out. */
    public record Held(Card card, List<Shelved> books) {

        public Held {
            books = List.copyOf(books);
        }
    }
}
