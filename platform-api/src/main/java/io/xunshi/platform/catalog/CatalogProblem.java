package io.xunshi.platform.catalog;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about reference data. */
public enum CatalogProblem implements ProblemCode {
    /** Neither the node nor an edition of it that day. */
    NO_SUCH_MATERIAL("catalog.no-such-material", ProblemCategory.NOT_FOUND),
    /** Another officer has published one that this one was not made from. */
    ANOTHER_EDITION("catalog.another-edition", ProblemCategory.CONFLICT);

    private final String code;
    private final ProblemCategory category;

    CatalogProblem(String code, ProblemCategory category) {
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
