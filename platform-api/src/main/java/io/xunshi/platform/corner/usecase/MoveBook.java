package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookCopy;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.domain.CopyState;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.corner.domain.Movement;
import io.xunshi.platform.corner.domain.MovementKind;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.storage.MovementRepository;
import io.xunshi.platform.corner.storage.ReaderRepository;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves copies in the caller's transaction. It always takes the reader first, then the copy, then the count of the
 * title: two tills that move the same things wait for each other and never in a circle. Conditional statements decide
 * who of two gets the last copy or spends the last credit.
 */
@Component
class MoveBook {
    private static final Set<CopyState> GONE = EnumSet.of(CopyState.TAKEN, CopyState.WITHDRAWN, CopyState.LOST);
    private static final Set<CopyState> AWAY = EnumSet.of(CopyState.LENT, CopyState.LOST);
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final EnterTitle titles;
    private final BookRepository books;
    private final ReaderRepository readers;
    private final MovementRepository movements;
    private final CornerSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    MoveBook(
            EnterTitle titles,
            BookRepository books,
            ReaderRepository readers,
            MovementRepository movements,
            CornerSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.titles = titles;
        this.books = books;
        this.readers = readers;
        this.movements = movements;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** A book that somebody brings for credits, or that is the school's own. */
    Mono<Movement> give(Till till, NewScan scan, @Nullable Card card) {
        var earned = card == null ? 0 : till.desk().rule().earnedBy(scan.condition());
        return credit(card, earned)
                .then(isLabel(scan.book()) ? broughtBack(till, scan, card) : brought(till, scan, card))
                .delayUntil(movement -> addCredit(till, movement, earned));
    }

    /** A book that somebody takes for good. */
    Mono<Movement> take(Till till, NewScan scan, Card card) {
        var cost = till.desk().rule().takeCosts();
        return credit(card, -cost)
                .then(onShelf(till, scan.book()))
                .flatMap(copy -> move(till, MovementKind.TAKEN, scan.id(), copy, gone(copy, CopyState.TAKEN), card))
                .delayUntil(movement -> addCredit(till, movement, -cost))
                .delayUntil(movement -> movements.addDeparture(
                        movement.id(),
                        TellSwaps.codeOf(movement.id()),
                        movement.at().plus(settings.undoWindow())));
    }

    Mono<Movement> lend(Till till, NewScan scan, Card card, LocalDate today) {
        var rule = till.desk().rule();
        var due = today.plusDays(rule.loanDays());
        return readers.addBooksOut(card.reader(), 1, rule.booksMax())
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> CornerProblem.TOO_MANY_BOOKS.raise(rule.booksMax())))
                .then(onShelf(till, scan.book()))
                .flatMap(copy -> move(
                        till,
                        MovementKind.LENT,
                        scan.id(),
                        copy,
                        lent(copy, card.reader(), card.classId(), due),
                        card));
    }

    /** By label from anybody; by number from the reader who has it. A lost book that is found comes back like this. */
    Mono<Movement> takeBack(Till till, NewScan scan, @Nullable Card card) {
        return away(till, scan, card)
                .flatMap(copy -> releaseFrom(copy.holder())
                        .then(move(
                                till,
                                new Step(MovementKind.RETURNED, scan.id(), copy.holder(), copy.classId()),
                                copy,
                                gone(copy, CopyState.ON_SHELF))));
    }

    /** Lost or withdrawn, by the librarian's word. */
    Mono<Movement> end(Till till, BookCopy copy, MovementKind kind, CopyState state) {
        return releaseFrom(copy.holder())
                .then(move(till, new Step(kind, null, null, copy.classId()), copy, gone(copy, state)));
    }

    /** Takes a movement back with all that it brought and cost; raises {@link CornerProblem#TOO_LATE_TO_UNDO}. */
    Mono<Movement> undo(Till till, Movement done, BookCopy copy) {
        var undone = done.undone(ids.next(), clock.instant());
        return takeBackLoan(done)
                .then(movements.creditOf(done.id()).defaultIfEmpty(0))
                .delayUntil(amount -> takeBackCredit(done.reader(), amount))
                .delayUntil(amount -> moveBack(before(copy, done, undone.to()), done, undone))
                .delayUntil(amount -> movements.add(till.desk().corner(), till.term(), undone, till.by()))
                .delayUntil(amount -> addCredit(till, undone, -amount))
                .thenReturn(undone);
    }

    private Mono<Boolean> moveBack(BookCopy after, Movement done, Movement undone) {
        return books.moveBack(after, done, undone.id())
                .filter(moved -> moved)
                .switchIfEmpty(Mono.error(CornerProblem.TOO_LATE_TO_UNDO::raise));
    }

    private Mono<Movement> brought(Till till, NewScan scan, @Nullable Card card) {
        var id = ids.next();
        return EnterTitle.isbn(scan.book()).flatMap(titles::known).flatMap(title -> {
            var copy = new BookCopy(
                    id,
                    ShortCode.of('B', id),
                    title.isbn().digits(),
                    scan.condition(),
                    CopyState.ON_SHELF,
                    null,
                    null,
                    null);
            var movement = movement(stepOf(MovementKind.GIVEN, scan.id(), card), copy, null, copy);
            return books.addCopy(till.desk().corner(), copy, movement.id())
                    .then(movements.add(till.desk().corner(), till.term(), movement, till.by()))
                    .thenReturn(movement);
        });
    }

    private Mono<Movement> broughtBack(Till till, NewScan scan, @Nullable Card card) {
        return labelled(till, scan.book())
                .filter(copy -> GONE.contains(copy.state()))
                .switchIfEmpty(Mono.error(CornerProblem.ON_SHELF_ALREADY::raise))
                .flatMap(copy -> move(
                        till,
                        MovementKind.GIVEN,
                        scan.id(),
                        copy,
                        new BookCopy(
                                copy.id(),
                                copy.code(),
                                copy.isbn(),
                                scan.condition(),
                                CopyState.ON_SHELF,
                                null,
                                null,
                                null),
                        card));
    }

    private Mono<BookCopy> onShelf(Till till, String book) {
        var found = isLabel(book)
                ? labelled(till, book).filter(copy -> copy.state() == CopyState.ON_SHELF)
                : EnterTitle.isbn(book)
                        .flatMap(titles::known)
                        .flatMap(title -> books.pickFromShelf(till.desk().corner(), title.isbn()));
        return found.switchIfEmpty(Mono.error(CornerProblem.NOT_ON_SHELF::raise));
    }

    private Mono<BookCopy> away(Till till, NewScan scan, @Nullable Card card) {
        if (isLabel(scan.book())) {
            return labelled(till, scan.book())
                    .filter(copy -> AWAY.contains(copy.state()))
                    .switchIfEmpty(Mono.error(CornerProblem.NOT_LENT::raise));
        }
        return card == null
                ? Mono.error(CornerProblem.CARD_NEEDED.raise())
                : EnterTitle.isbn(scan.book())
                        .flatMap(isbn -> books.findLentTo(card.reader(), isbn))
                        .switchIfEmpty(Mono.error(CornerProblem.NOT_LENT::raise));
    }

    private Mono<BookCopy> labelled(Till till, String label) {
        return books.findCopy(till.desk().corner(), ShortCode.normalize(label))
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_COPY::raise));
    }

    private Mono<Void> credit(@Nullable Card card, int amount) {
        if (card == null || amount == 0) {
            return Mono.empty();
        }
        return readers.addCredits(card.reader(), amount)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> CornerProblem.TOO_FEW_CREDITS.raise(card.credits(), -amount)))
                .then();
    }

    private Mono<Void> addCredit(Till till, Movement movement, int amount) {
        return amount == 0 || movement.reader() == null
                ? Mono.empty()
                : movements.addCredit(
                        till.desk().corner(),
                        till.term(),
                        ids.next(),
                        movement,
                        amount,
                        till.desk().rule().version());
    }

    private Mono<Void> takeBackCredit(@Nullable UUID reader, int amount) {
        return reader == null
                ? Mono.empty()
                : readers.addCredits(reader, -amount)
                        .filter(taken -> taken)
                        .switchIfEmpty(Mono.error(CornerProblem.CREDITS_ARE_SPENT::raise))
                        .then();
    }

    private Mono<Void> takeBackLoan(Movement done) {
        var reader = done.reader();
        var books = done.kind() == MovementKind.LENT ? -1 : done.from() == CopyState.LENT ? 1 : 0;
        return reader == null || books == 0
                ? Mono.empty()
                : readers.addBooksOut(reader, books, ANY_NUMBER).then();
    }

    private Mono<Void> releaseFrom(@Nullable UUID holder) {
        return holder == null
                ? Mono.empty()
                : readers.addBooksOut(holder, -1, ANY_NUMBER).then();
    }

    private Mono<Movement> move(
            Till till, MovementKind kind, UUID scan, BookCopy before, BookCopy after, @Nullable Card card) {
        return move(till, stepOf(kind, scan, card), before, after);
    }

    private Mono<Movement> move(Till till, Step step, BookCopy before, BookCopy after) {
        var movement = movement(step, before, before.state(), after);
        return books.move(before, after, movement.id())
                .filter(moved -> moved)
                .switchIfEmpty(Mono.error(HttpProblem.CONFLICT::raise))
                .then(movements.add(till.desk().corner(), till.term(), movement, till.by()))
                .thenReturn(movement);
    }

    private Movement movement(Step step, BookCopy before, @Nullable CopyState from, BookCopy after) {
        return new Movement(
                ids.next(),
                step.scan(),
                null,
                step.kind(),
                after.id(),
                after.isbn(),
                from,
                after.state(),
                after.dueOn() == null ? before.dueOn() : after.dueOn(),
                step.classId(),
                step.reader(),
                clock.instant());
    }

    private static Step stepOf(MovementKind kind, @Nullable UUID scan, @Nullable Card card) {
        return new Step(kind, scan, card == null ? null : card.reader(), card == null ? null : card.classId());
    }

    private static BookCopy gone(BookCopy copy, CopyState state) {
        return new BookCopy(copy.id(), copy.code(), copy.isbn(), copy.condition(), state, null, null, null);
    }

    private static BookCopy lent(
            BookCopy copy, @Nullable UUID holder, @Nullable UUID classId, @Nullable LocalDate due) {
        return new BookCopy(
                copy.id(), copy.code(), copy.isbn(), copy.condition(), CopyState.LENT, holder, classId, due);
    }

    private static BookCopy before(BookCopy copy, Movement done, CopyState state) {
        return state == CopyState.LENT ? lent(copy, done.reader(), done.classId(), done.dueOn()) : gone(copy, state);
    }

    /** Labels begin with B; a number has no letter but an X at its end. */
    private static boolean isLabel(String book) {
        return Isbn.parse(book).isEmpty() && ShortCode.isValid(ShortCode.normalize(book));
    }

    /** Whose scan it is, where and in which term. */
    record Till(AccountId by, Desk desk, UUID term) {}

    private record Step(
            MovementKind kind,
            @Nullable UUID scan,
            @Nullable UUID reader,
            @Nullable UUID classId) {}
}
