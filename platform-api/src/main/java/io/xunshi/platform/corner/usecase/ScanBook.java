package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookCopy;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.corner.domain.Movement;
import io.xunshi.platform.corner.domain.MovementKind;
import io.xunshi.platform.corner.domain.Scan;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.storage.MovementRepository;
import io.xunshi.platform.corner.usecase.MoveBook.Till;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * A scan at the till of a corner, and taking it back. The till names each scan, so one that is sent again because its
 * answer got lost happens once and gets the same answer, whatever has happened since.
 */
@Component
public class ScanBook {
    private final Desks desks;
    private final MoveBook moveBook;
    private final BookRepository books;
    private final MovementRepository movements;
    private final TransactionalOperator transaction;
    private final CornerSettings settings;
    private final Clock clock;

    ScanBook(
            Desks desks,
            MoveBook moveBook,
            BookRepository books,
            MovementRepository movements,
            TransactionalOperator transaction,
            CornerSettings settings,
            Clock clock) {
        this.desks = desks;
        this.moveBook = moveBook;
        this.books = books;
        this.movements = movements;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Raises {@link CornerProblem#NO_OPEN_TERM}, {@link CornerProblem#NO_SUCH_CARD},
     * {@link CornerProblem#CARD_REPLACED}, {@link CornerProblem#CARD_NEEDED}, {@link CornerProblem#NO_CONSENT},
     * {@link CornerProblem#NO_ISBN}, {@link CornerProblem#UNKNOWN_TITLE}, {@link CornerProblem#NO_SUCH_COPY},
     * {@link CornerProblem#NOT_ON_SHELF}, {@link CornerProblem#ON_SHELF_ALREADY}, {@link CornerProblem#NOT_LENT},
     * {@link CornerProblem#TOO_FEW_CREDITS}, {@link CornerProblem#TOO_MANY_BOOKS} or, for another scan's id,
     * {@link CornerProblem#SCAN_ID_REUSED}; nothing has moved then.
     */
    public Mono<Scan> scan(AccountId librarian, NewScan scan) {
        return desks.of(librarian)
                .flatMap(desk -> before(desk, scan).switchIfEmpty(Mono.defer(() -> move(librarian, desk, scan))));
    }

    /**
     * Takes the scan back; one that is back already stays so. Raises {@link CornerProblem#NO_SUCH_SCAN},
     * {@link CornerProblem#TOO_LATE_TO_UNDO} where the book has moved on or the time is over, or
     * {@link CornerProblem#CREDITS_ARE_SPENT}.
     */
    public Mono<Scan> undo(AccountId librarian, UUID id) {
        return desks.of(librarian)
                .flatMap(desk -> movements
                        .findScan(desk.corner(), id)
                        .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_SCAN::raise))
                        .flatMap(scan -> scan.undone() ? Mono.just(scan) : undo(librarian, desk, scan)));
    }

    private Mono<Scan> move(AccountId librarian, Desk desk, NewScan scan) {
        return desks.termAt(desk)
                .map(term -> new Till(librarian, desk, term))
                .flatMap(till -> scan.card() == null ? withoutCard(till, scan) : withCard(till, scan, scan.card()))
                .then(movements.findScan(desk.corner(), scan.id()))
                .as(transaction::transactional)
                // The same scan on another line may have been the first: then it stands, and is the answer.
                .onErrorResume(failure -> before(desk, scan).switchIfEmpty(Mono.error(failure)));
    }

    private Mono<Movement> withCard(Till till, NewScan scan, String code) {
        return desks.cardAt(till.desk(), code).flatMap(card -> switch (scan.kind()) {
            case GIVE -> consented(card).flatMap(usable -> moveBook.give(till, scan, usable));
            case TAKE -> consented(card).flatMap(usable -> moveBook.take(till, scan, usable));
            case BORROW -> consented(card).flatMap(usable -> moveBook.lend(till, scan, usable, desks.today()));
            case RETURN -> moveBook.takeBack(till, scan, card);
        });
    }

    private Mono<Movement> withoutCard(Till till, NewScan scan) {
        return switch (scan.kind()) {
            case GIVE -> moveBook.give(till, scan, null);
            case RETURN -> moveBook.takeBack(till, scan, null);
            case TAKE, BORROW -> Mono.error(CornerProblem.CARD_NEEDED.raise());
        };
    }

    private static Mono<Card> consented(Card card) {
        return card.consentedOn() == null ? Mono.error(CornerProblem.NO_CONSENT.raise()) : Mono.just(card);
    }

    /** What a scan with this id was answered before; empty where there was none. */
    private Mono<Scan> before(Desk desk, NewScan scan) {
        return movements
                .findScan(desk.corner(), scan.id())
                .flatMap(stood ->
                        isSame(stood, scan) ? Mono.just(stood) : Mono.error(CornerProblem.SCAN_ID_REUSED.raise()));
    }

    private static boolean isSame(Scan stood, NewScan scan) {
        var isSameBook = Isbn.parse(scan.book())
                .map(isbn -> isbn.digits().equals(stood.isbn()))
                .orElseGet(() -> ShortCode.normalize(scan.book()).equals(stood.copyCode()));
        return isSameBook && kindOf(scan) == stood.kind();
    }

    private static MovementKind kindOf(NewScan scan) {
        return switch (scan.kind()) {
            case GIVE -> MovementKind.GIVEN;
            case TAKE -> MovementKind.TAKEN;
            case BORROW -> MovementKind.LENT;
            case RETURN -> MovementKind.RETURNED;
        };
    }

    private Mono<Scan> undo(AccountId librarian, Desk desk, Scan scan) {
        return desks.termAt(desk)
                .map(term -> new Till(librarian, desk, term))
                .flatMap(till -> movements
                        .findByScan(desk.corner(), scan.id())
                        .filterWhen(this::canBeUndone)
                        .switchIfEmpty(Mono.error(CornerProblem.TOO_LATE_TO_UNDO::raise))
                        .flatMap(done -> copyOf(desk, scan).flatMap(copy -> moveBook.undo(till, done, copy))))
                .then(movements.findScan(desk.corner(), scan.id()))
                .as(transaction::transactional)
                .onErrorResume(failure -> movements
                        .findScan(desk.corner(), scan.id())
                        .filter(Scan::undone)
                        .switchIfEmpty(Mono.error(failure)));
    }

    private Mono<Boolean> canBeUndone(Movement done) {
        if (done.at().plus(settings.undoWindow()).isBefore(clock.instant())) {
            return Mono.just(false);
        }
        return done.kind() == MovementKind.TAKEN ? movements.callOffDeparture(done.id()) : Mono.just(true);
    }

    private Mono<BookCopy> copyOf(Desk desk, Scan scan) {
        return books.findCopy(desk.corner(), scan.copyCode())
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_COPY::raise));
    }
}
