package io.xunshi.platform.corner;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused in book corners. */
public enum CornerProblem implements ProblemCode {
    NO_SUCH_CORNER("corner.no-such-corner", ProblemCategory.NOT_FOUND),
    /** The account acts for an organisation, but keeps no book corner. */
    NOT_AT_A_CORNER("corner.not-at-a-corner", ProblemCategory.FORBIDDEN),
    /** There is no such account, or nobody has given it the role. */
    NOT_A_MEMBER("corner.not-a-member", ProblemCategory.UNPROCESSABLE),
    KEEPS_ANOTHER("corner.keeps-another", ProblemCategory.CONFLICT),
    RULE_OUT_OF_RANGE("corner.rule-out-of-range", ProblemCategory.INVALID),
    BAD_DATES("corner.bad-dates", ProblemCategory.INVALID),
    CLASS_EXISTS("corner.class-exists", ProblemCategory.CONFLICT),
    NO_SUCH_CLASS("corner.no-such-class", ProblemCategory.UNPROCESSABLE),
    /** Another term is open, or this one was held already. */
    TERM_EXISTS("corner.term-exists", ProblemCategory.CONFLICT),
    NO_SUCH_TERM("corner.no-such-term", ProblemCategory.NOT_FOUND),
    NO_OPEN_TERM("corner.no-open-term", ProblemCategory.CONFLICT),
    TERM_IS_CLOSED("corner.term-is-closed", ProblemCategory.CONFLICT),
    /** Fewer readers than a figure may stand for. */
    CLASS_TOO_SMALL("corner.class-too-small", ProblemCategory.UNPROCESSABLE),
    NO_SUCH_CARD("corner.no-such-card", ProblemCategory.NOT_FOUND),
    CARD_REPLACED("corner.card-replaced", ProblemCategory.CONFLICT),
    CARD_NEEDED("corner.card-needed", ProblemCategory.UNPROCESSABLE),
    /** No guardian has consented, so the card cannot be used (PIPL art. 31). */
    NO_CONSENT("corner.no-consent", ProblemCategory.CONFLICT),
    NO_ISBN("corner.no-isbn", ProblemCategory.INVALID),
    /** The number is right, and nobody has entered the book yet; the problem carries its isbn. */
    UNKNOWN_TITLE("corner.unknown-title", ProblemCategory.UNPROCESSABLE),
    TITLE_EXISTS("corner.title-exists", ProblemCategory.CONFLICT),
    NO_SUCH_COPY("corner.no-such-copy", ProblemCategory.NOT_FOUND),
    NOT_ON_SHELF("corner.not-on-shelf", ProblemCategory.CONFLICT),
    /** It stands on the shelf, so it cannot be given in or back. */
    ON_SHELF_ALREADY("corner.on-shelf-already", ProblemCategory.CONFLICT),
    NOT_LENT("corner.not-lent", ProblemCategory.CONFLICT),
    TOO_FEW_CREDITS("corner.too-few-credits", ProblemCategory.CONFLICT),
    TOO_MANY_BOOKS("corner.too-many-books", ProblemCategory.CONFLICT),
    NO_SUCH_SCAN("corner.no-such-scan", ProblemCategory.NOT_FOUND),
    SCAN_ID_REUSED("corner.scan-id-reused", ProblemCategory.UNPROCESSABLE),
    TOO_LATE_TO_UNDO("corner.too-late-to-undo", ProblemCategory.CONFLICT),
    CREDITS_ARE_SPENT("corner.credits-are-spent", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    CornerProblem(String code, ProblemCategory category) {
        this.code = code;
        this.category = category;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemCategory category() {
        return category;
    }
}
