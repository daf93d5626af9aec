package io.xunshi.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.indexer.index.WriteOutcome.Outdated;
import io.xunshi.indexer.index.WriteOutcome.Postponed;
import io.xunshi.indexer.index.WriteOutcome.Refused;
import io.xunshi.indexer.index.WriteOutcome.Written;
import org.junit.jupiter.api.Test;

class WriteOutcomeTests {

    @Test
    void aWriteToSeveralIndicesIsAsFarAsItsLeastFinishedPart() {
        assertThat(new Outdated().and(new Written())).isEqualTo(new Written());
        assertThat(new Written().and(new Postponed())).isEqualTo(new Postponed());
        assertThat(new Refused("mapping").and(new Written())).isEqualTo(new Refused("mapping"));
        assertThat(new Refused("mapping").and(new Postponed())).isEqualTo(new Postponed());
    }
}
