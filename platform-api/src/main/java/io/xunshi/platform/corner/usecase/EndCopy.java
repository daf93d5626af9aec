package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookCopy;
import io.xunshi.platform.corner.domain.CopyState;
import io.xunshi.platform.corner.domain.MovementKind;
import io.xunshi.platform.corner.domain.Shelved;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.usecase.MoveBook.Till;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Shows the copies of a title, and says of a copy that it is lost or thrown out. */
@Component
public class EndCopy {
    private final Desks desks;
    private final MoveBook moveBook;
    private final BookRepository books;

    EndCopy(Desks desks, MoveBook moveBook, BookRepository books) {
        this.desks = desks;
        this.moveBook = moveBook;
        this.books = books;
    }

    /** On the shelf, lent or lost; raises {@link CornerProblem#NO_ISBN}. */
    public Mono<List<Shelved>> copiesOf(AccountId librarian, String typed) {
        return desks.of(librarian)
                .flatMap(desk -> EnterTitle.isbn(typed)
                        .flatMap(isbn -> books.findCopies(desk.corner(), isbn).collectList()));
    }

    /**
     * A copy that is on the shelf or lent is lost; whoever had it has it no more. Raises
     * {@link CornerProblem#NO_SUCH_COPY} or {@link CornerProblem#NOT_ON_SHELF}.
     */
    @Transactional
    public Mono<BookCopy> lose(AccountId librarian, String label) {
        return end(librarian, label, MovementKind.LOST, CopyState.LOST);
    }

    /** A copy on the shelf is thrown out; raises as {@link #lose} does. */
    @Transactional
    public Mono<BookCopy> withdraw(AccountId librarian, String label) {
        return end(librarian, label, MovementKind.WITHDRAWN, CopyState.WITHDRAWN);
    }

    private Mono<BookCopy> end(AccountId librarian, String label, MovementKind kind, CopyState state) {
        return desks.of(librarian)
                .flatMap(desk -> desks.termAt(desk)
                        .map(term -> new Till(librarian, desk, term))
                        .flatMap(till -> copy(desk, label)
                                .filter(copy -> canEnd(copy, state))
                                .switchIfEmpty(Mono.error(CornerProblem.NOT_ON_SHELF::raise))
                                .flatMap(copy -> moveBook.end(till, copy, kind, state)))
                        .then(copy(desk, label)));
    }

    private static boolean canEnd(BookCopy copy, CopyState state) {
        return copy.state() == CopyState.ON_SHELF || state == CopyState.LOST && copy.state() == CopyState.LENT;
    }

    private Mono<BookCopy> copy(Desk desk, String label) {
        return books.findCopy(desk.corner(), ShortCode.normalize(label))
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_COPY::raise));
    }
}
