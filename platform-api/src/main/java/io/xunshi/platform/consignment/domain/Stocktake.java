package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counting of what stands at a point (盘点). The shop goes on meanwhile: a thing is judged by what the books said when
 * it was scanned, and only what stood here when the counting began can be missing at its end.
 *
 * @param code what the report is called, <code>B…</code>
 * @param shelf the one place that is counted; null for the whole point
 * @param closing null while it is open
 */
public record Stocktake(
        UUID id,
        String code,
        PointId point,
        @Nullable String shelf,
        AccountId openedBy,
        Instant openedAt,
        @Nullable Closing closing) {

    /** @param expected how many things the books had here */
    public record Closing(AccountId by, Instant at, int expected) {}

    /**
     * How far it is.
     *
     * @param expected things that the books have here
     * @param scanned different labels
     */
    public record Counts(int expected, int scanned) {}

    /** What a scan says of a thing. */
    public enum Finding {
        FOUND,
        /** Its place in the books is another. */
        MISPLACED,
        /** By the books somebody bought it before. */
        ALREADY_SOLD,
        /** By the books it left otherwise, or nobody took it in here. */
        UNEXPECTED;

        /**
         * Judges a scanned label by the books as of the scan.
         *
         * @param item null for a label that is none of the point's
         * @param place where it stood; null where places are not compared
         */
        public static Finding of(@Nullable ConsignedItem item, @Nullable String place, Instant scannedAt) {
            if (item == null) {
                return UNEXPECTED;
            }
            if (!wasHere(item, scannedAt)) {
                return item.state() == ItemState.SOLD ? ALREADY_SOLD : UNEXPECTED;
            }
            return place == null || place.equals(item.shelf()) ? FOUND : MISPLACED;
        }

        private static boolean wasHere(ConsignedItem item, Instant when) {
            var ended = item.endedAt();
            return item.state().isHere() || ended != null && ended.isAfter(when);
        }
    }

    /** How shelf and books differ over one thing. */
    public enum Difference {
        /** In the books, and nobody scanned it. */
        MISSING,
        MISPLACED,
        ALREADY_SOLD,
        UNEXPECTED;

        /** Empty for what was found where it belongs. */
        public static @Nullable Difference of(Finding finding) {
            return switch (finding) {
                case FOUND -> null;
                case MISPLACED -> MISPLACED;
                case ALREADY_SOLD -> ALREADY_SOLD;
                case UNEXPECTED -> UNEXPECTED;
            };
        }
    }

    /** Why, in a word that can be counted. */
    public enum Reason {
        /** Nobody knows; the point owes its owner. */
        LOST,
        STOLEN,
        /** Broken and thrown away. */
        DAMAGED,
        /** Somebody was given it, and nothing was booked. */
        HANDED_OUT,
        /** Known to be somewhere else: with its online buyer, being photographed, mended or shown. Nothing is owed. */
        ELSEWHERE,
        /** The books follow the shelf. */
        MOVED,
        /** The shelf follows the books. */
        PUT_BACK,
        /** Its buyer or owner comes for it. */
        AWAITING_COLLECTION,
        WRONG_LABEL,
        /** It was never taken in. */
        NOT_TAKEN_IN;

        /** Whether it can explain such a difference. */
        public boolean explains(Difference difference) {
            return switch (this) {
                case LOST, STOLEN, DAMAGED, HANDED_OUT, ELSEWHERE -> difference == Difference.MISSING;
                case MOVED, PUT_BACK -> difference == Difference.MISPLACED;
                case AWAITING_COLLECTION, WRONG_LABEL ->
                    difference == Difference.ALREADY_SOLD || difference == Difference.UNEXPECTED;
                case NOT_TAKEN_IN -> difference == Difference.UNEXPECTED;
            };
        }

        /** Whether the thing will not come back, so that its owner must have its worth. */
        public boolean isLoss() {
            return this == LOST || this == STOLEN || this == DAMAGED || this == HANDED_OUT;
        }
    }

    /** Who explained it, and how. */
    public record Explanation(Reason reason, String note, AccountId by) {}

    /**
     * One difference.
     *
     * @param itemId null for a label that is none of the point's
     * @param explanation null until somebody gives one
     * @param compensation what the point owes the owner for it; null unless it is a closed loss
     */
    public record Line(
            String code,
            @Nullable UUID itemId,
            @Nullable String title,
            Difference kind,
            @Nullable String booksShelf,
            @Nullable String foundShelf,
            @Nullable Explanation explanation,
            @Nullable Money compensation) {

        /** Whether somebody has given a reason that can explain it. */
        public boolean isExplained() {
            return explanation != null && explanation.reason().explains(kind);
        }

        public Line compensatedBy(Money amount) {
            return new Line(code, itemId, title, kind, booksShelf, foundShelf, explanation, amount);
        }
    }

    /** A scan as it is recorded. */
    public record Scan(
            String code, @Nullable UUID itemId, @Nullable String shelf, Finding finding, AccountId by, Instant at) {}
}
