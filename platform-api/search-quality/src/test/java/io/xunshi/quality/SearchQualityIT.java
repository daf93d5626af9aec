package io.xunshi.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.junit.TestServers;
import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.infra.server.Variables;
import io.xunshi.quality.JudgedQuery.Half;
import java.net.URI;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures are for people to read; this only notices when one is lost. */
@WithServers(ServerKind.ELASTICSEARCH)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchQualityIT {
    /** A little below what was last measured, on either half. */
    private static final double NDCG_MIN = 0.85;

    private final Report report;

    SearchQualityIT(TestServers servers) {
        report = SearchQuality.measure(JudgedSet.load(), URI.create(servers.variable(Variables.ELASTICSEARCH_URL)));
    }

    @ParameterizedTest
    @EnumSource(Half.class)
    void ourSearchIsBetterThanBothOthersOnEitherHalf(Half half) {
        var ours = ndcg("ours", half);

        assertThat(ours).isGreaterThan(NDCG_MIN);
        assertThat(ours).isGreaterThan(ndcg("standard", half)).isGreaterThan(ndcg("smartcn", half));
    }

    private double ndcg(String search, Half half) {
        return report.figures(search, query -> query.half() == half).ndcg();
    }
}
