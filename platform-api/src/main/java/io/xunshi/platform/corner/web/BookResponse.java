package io.xunshi.platform.corner.web;

import io.xunshi.platform.corner.domain.BookCopy;
import io.xunshi.platform.corner.domain.Condition;
import io.xunshi.platform.corner.domain.CopyState;
import io.xunshi.platform.corner.domain.Shelved;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A copy in a corner. Who has it is not in it.
 *
 * @param dueOn null unless it is lent
 */
record BookResponse(
        String code,
        String isbn,
        @Nullable String title,
        @Nullable String authors,
        Condition condition,
        CopyState state,
        @Nullable LocalDate dueOn) {

    static BookResponse of(Shelved book) {
        return of(book.copy(), book.title(), book.authors());
    }

    static BookResponse of(BookCopy copy) {
        return of(copy, null, null);
    }

    private static BookResponse of(BookCopy copy, @Nullable String title, @Nullable String authors) {
        return new BookResponse(copy.code(), copy.isbn(), title, authors, copy.condition(), copy.state(), copy.dueOn());
    }
}
