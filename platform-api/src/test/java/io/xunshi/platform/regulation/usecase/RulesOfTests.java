package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.regulation.domain.RuleSet;

/** Lets tests of other packages read the file. */
public final class RulesOfTests {
    private RulesOfTests() {}

    public static RuleSet read(Catalog catalog) {
        return RuleFile.read(catalog);
    }
}
