package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerId;
import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.BookCorner;
import io.xunshi.platform.corner.domain.Counts;
import io.xunshi.platform.corner.domain.CreditRule;
import io.xunshi.platform.corner.domain.Stock;
import io.xunshi.platform.corner.storage.BookRepository;
import io.xunshi.platform.corner.storage.CornerRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows corners and their shelves to everybody, and each librarian their own. Knows nothing of readers. */
@Component
public class FindCorners {
    /** Marks that are in no book's title, and that the database would refuse. */
    private static final String NO_WORDS = "[\\p{Cc}\\p{Cs}\\p{Co}]";

    private final CornerRepository corners;
    private final BookRepository books;
    private final Desks desks;

    FindCorners(CornerRepository corners, BookRepository books, Desks desks) {
        this.corners = corners;
        this.books = books;
        this.desks = desks;
    }

    /** By the school's name; of a district, or all. */
    public Mono<List<BookCorner>> findAll(@Nullable String districtCode) {
        return corners.findAll(districtCode == null ? null : words(districtCode))
                .collectList();
    }

    /** Raises {@link CornerProblem#NO_SUCH_CORNER}. */
    public Mono<Counted> find(CornerId id) {
        return corners.find(id)
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_CORNER::raise))
                .flatMap(corner -> books.count(id).map(counts -> new Counted(corner, counts)));
    }

    /** What stands on the shelf, the newest titles first; raises {@link CornerProblem#NO_SUCH_CORNER}. */
    public Mono<Page<Stock>> shelf(CornerId id, @Nullable String query, @Nullable Cursor after, int limit) {
        return corners.find(id)
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_CORNER::raise))
                .flatMap(corner -> stock(id, query, true, after, limit));
    }

    /** Raises {@link CornerProblem#NOT_AT_A_CORNER}. */
    public Mono<Own> ofLibrarian(AccountId librarian) {
        return desks.of(librarian)
                .flatMap(desk -> find(desk.corner()).map(found -> new Own(found, desk.rule(), desk.term())));
    }

    /** What the librarian's corner has, on the shelf or lent. */
    public Mono<Page<Stock>> stockOf(AccountId librarian, @Nullable String query, @Nullable Cursor after, int limit) {
        return desks.of(librarian).flatMap(desk -> stock(desk.corner(), query, false, after, limit));
    }

    private Mono<Page<Stock>> stock(
            CornerId id, @Nullable String query, boolean onShelf, @Nullable Cursor after, int limit) {
        return books.findStock(id, words(query == null ? "" : query), onShelf, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, Stock::position));
    }

    private static String words(String typed) {
        return typed.replaceAll(NO_WORDS, "").strip();
    }

    /** A corner with what can be counted of it. */
    public record Counted(BookCorner corner, Counts counts) {}

    /** @param openTerm null between two terms */
    public record Own(
            Counted counted, CreditRule rule, @Nullable UUID openTerm) {}
}
