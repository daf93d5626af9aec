package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookTitle;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Looks books up by number, and enters those that no corner has seen: once, and then all know them. */
@Component
public class EnterTitle {
    private final Desks desks;
    private final BookRepository books;
    private final Clock clock;

    EnterTitle(Desks desks, BookRepository books, Clock clock) {
        this.desks = desks;
        this.books = books;
        this.clock = clock;
    }

    /** Raises {@link CornerProblem#NO_ISBN} or {@link CornerProblem#UNKNOWN_TITLE}. */
    public Mono<BookTitle> find(AccountId librarian, String typed) {
        return desks.of(librarian).then(isbn(typed)).flatMap(this::known);
    }

    /** Raises {@link CornerProblem#NO_ISBN} or {@link CornerProblem#TITLE_EXISTS}. */
    @Transactional
    public Mono<BookTitle> enter(AccountId librarian, String typed, String title, String authors) {
        return desks.of(librarian)
                .flatMap(desk -> isbn(typed)
                        .map(isbn -> new BookTitle(isbn, title, authors, 1))
                        .filterWhen(entered -> books.addTitle(desk.corner(), entered, librarian, clock.instant()))
                        .switchIfEmpty(Mono.error(CornerProblem.TITLE_EXISTS::raise)));
    }

    /**
     * Corrects what was entered in the same corner; others tell those who did. Raises {@link CornerProblem#NO_ISBN},
     * {@link CornerProblem#UNKNOWN_TITLE} or {@link HttpProblem#STALE}.
     */
    @Transactional
    public Mono<BookTitle> correct(AccountId librarian, String typed, long version, String title, String authors) {
        return desks.of(librarian)
                .flatMap(desk -> isbn(typed)
                        .flatMap(this::known)
                        .flatMap(known ->
                                books.correctTitle(desk.corner(), new BookTitle(known.isbn(), title, authors, version)))
                        .switchIfEmpty(Mono.error(HttpProblem.STALE::raise)));
    }

    /** Raises {@link CornerProblem#UNKNOWN_TITLE}. */
    Mono<BookTitle> known(Isbn isbn) {
        return books.findTitle(isbn)
                .switchIfEmpty(Mono.error(
                        () -> CornerProblem.UNKNOWN_TITLE.raise(isbn.digits()).with("isbn", isbn.digits())));
    }

    static Mono<Isbn> isbn(String typed) {
        return Mono.justOrEmpty(Isbn.parse(typed)).switchIfEmpty(Mono.error(CornerProblem.NO_ISBN::raise));
    }
}
