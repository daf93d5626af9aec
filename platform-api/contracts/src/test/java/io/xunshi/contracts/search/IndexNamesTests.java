package io.xunshi.contracts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexNamesTests {
    @ParameterizedTest
    @EnumSource
    void everyIndexIsMadeByItsTemplateAndNoAliasIs(SearchIndex index) {
        var names = new IndexNames("xunshi", index);
        var pattern = names.pattern().replace("*", ".+");

        assertThat(names.firstIndex()).matches(pattern);
        assertThat(names.indexBuiltAt(Instant.EPOCH)).matches(pattern);
        assertThat(names.readAlias()).doesNotMatch(pattern);
        assertThat(names.writeAlias()).doesNotMatch(pattern);
    }

    @Test
    void aNameSaysWhenItsIndexWasBuilt() {
        var names = new IndexNames("xunshi", SearchIndex.LISTINGS);

        assertThat(names.indexBuiltAt(Instant.parse("2026-11-23T08:01:02.003Z")))
                .isEqualTo("xunshi-listings-built-20261123-080102003");
    }
}
