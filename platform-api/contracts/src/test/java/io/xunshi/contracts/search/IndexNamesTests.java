package io.xunshi.contracts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IndexNamesTests {
    private final IndexNames names = new IndexNames("xunshi");

    @Test
    void everyIndexIsMadeByTheTemplateAndNoAliasIs() {
        var pattern = names.pattern().replace("*", ".+");

        assertThat(names.firstIndex()).matches(pattern);
        assertThat(names.indexBuiltAt(Instant.EPOCH)).matches(pattern);
        assertThat(names.readAlias()).doesNotMatch(pattern);
        assertThat(names.writeAlias()).doesNotMatch(pattern);
    }

    @Test
    void aNameSaysWhenItsIndexWasBuilt() {
        assertThat(names.indexBuiltAt(Instant.parse("2026-11-23T08:01:02.003Z")))
                .isEqualTo("xunshi-listings-built-20261123-080102003");
    }
}
