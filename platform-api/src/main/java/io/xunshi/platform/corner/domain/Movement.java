package io.xunshi.platform.corner.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a copy; never changes.
 *
 * @param scanId given by the till; null for what is done at the desk, and for what takes another one back
 * @param undoes the movement that this one takes back
 * @param from null where the copy is new
 * @param dueOn of a loan, and of its return
 * @param reader null where nobody's card was needed, or they are forgotten
 */
public record Movement(
        UUID id,
        @Nullable UUID scanId,
        @Nullable UUID undoes,
        MovementKind kind,
        UUID copy,
        String isbn,
        @Nullable CopyState from,
        CopyState to,
        @Nullable LocalDate dueOn,
        @Nullable UUID classId,
        @Nullable UUID reader,
        Instant at) {

    public int sign() {
        return undoes == null ? 1 : -1;
    }

    /** What it changes in the number of copies on the shelf. */
    public int shelfDelta() {
        return count(to, CopyState.ON_SHELF) - count(from, CopyState.ON_SHELF);
    }

    /** What it changes in the number of copies that are lent. */
    public int lentDelta() {
        return count(to, CopyState.LENT) - count(from, CopyState.LENT);
    }

    /** What takes it back: the copy is where it was, and one that is new never was. */
    public Movement undone(UUID id, Instant at) {
        return new Movement(
                id,
                null,
                this.id,
                kind,
                copy,
                isbn,
                to,
                from == null ? CopyState.WITHDRAWN : from,
                dueOn,
                classId,
                reader,
                at);
    }

    private static int count(@Nullable CopyState state, CopyState counted) {
        return state == counted ? 1 : 0;
    }
}
