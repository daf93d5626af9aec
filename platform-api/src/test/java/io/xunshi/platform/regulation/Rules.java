package io.xunshi.platform.regulation;

import io.xunshi.platform.catalog.usecase.CatalogOfTests;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.regulation.domain.RuleSet;
import io.xunshi.platform.regulation.usecase.RulesOfTests;
import java.util.Map;
import java.util.UUID;

/** The rules out of the file, and goods to hold against them. */
public final class Rules {
    private static final RuleSet RULES = RulesOfTests.read(CatalogOfTests.catalog());

    private Rules() {}

    public static RuleSet today() {
        return RULES;
    }

    public static GoodsFacts goods(String category, String title, Map<String, String> attributes) {
        return new GoodsFacts(
                UUID.randomUUID(), new AccountId(UUID.randomUUID()), category, attributes, title, "自用，郑州面交。");
    }
}
