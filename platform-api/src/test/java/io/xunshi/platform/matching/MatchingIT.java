package io.xunshi.platform.matching;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Traders hear of what fits, once. */
@PlatformTest
class MatchingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Yard yard;
    private Yard works;
    private Visitor trader;

    @BeforeEach
    void aYardAndAWorks() {
        yard = Yard.filed(database, port, "巩义货场").stocked(60_000);
        works = Yard.filed(database, port, "新密铝厂");
        trader = works.member("TRADER");
    }

    @Test
    void aNewLotIsNewsForTheTradersOfADemandThatItFits() {
        var weigher = works.member("WEIGHER");
        works.demanded();
        awaitNoNews();
        var tooSmall = yard.offered(4_000).at("/id").asString();
        var fitting = yard.offered(20_000).at("/id").asString();

        await().untilAsserted(
                        () -> assertThat(subjects(trader, "LOT_FITS_DEMAND")).contains(fitting));
        await().untilAsserted(() ->
                assertThat(subjects(works.owner(), "LOT_FITS_DEMAND")).contains(fitting));
        assertThat(subjects(trader, "LOT_FITS_DEMAND")).doesNotContain(tooSmall);
        assertThat(subjects(weigher, "LOT_FITS_DEMAND")).isEmpty();
        assertThat(subjects(yard.owner(), "DEMAND_FITS_LOT")).isEmpty();
    }

    @Test
    void aNewDemandIsNewsForWhoeverHasSuchALot() {
        yard.offered(20_000);
        awaitNoNews();

        var demand = works.demanded();

        await().untilAsserted(() ->
                assertThat(subjects(yard.owner(), "DEMAND_FITS_LOT")).containsOnlyOnce(demand));
    }

    @Test
    void aPairIsToldOnceWhateverIsSaidOfItAfterwards() {
        works.demanded();
        awaitNoNews();
        var lot = yard.offered(20_000);
        var id = lot.at("/id").asString();
        await().untilAsserted(
                        () -> assertThat(subjects(trader, "LOT_FITS_DEMAND")).contains(id));
        var cheaper = Yard.lot(20_000);
        cheaper.put("price", Map.of("amount", 1_500_000, "currency", "CNY"));

        yard.owner().put("/api/v1/lots/" + id, cheaper, "\"1\"").expectStatus().isOk();
        // What is told later is told after it: once the second lot is heard of, the first would have been again.
        var later = yard.offered(20_000).at("/id").asString();

        await().untilAsserted(
                        () -> assertThat(subjects(trader, "LOT_FITS_DEMAND")).contains(later));
        assertThat(subjects(trader, "LOT_FITS_DEMAND")).containsOnlyOnce(id);
    }

    /** What was said so far has been heard: of a pair that is, whoever comes later is told. */
    private void awaitNoNews() {
        await().untilAsserted(() -> assertThat(database.sql("select count(*) as waiting from events.delivery")
                        .map(row -> required(row, "waiting", Long.class))
                        .one()
                        .block())
                .isZero());
    }

    private static List<String> subjects(Visitor who, String kind) {
        return StreamSupport.stream(
                        Visitor.json(who.get("/api/v1/my/notifications"))
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(notification -> notification.at("/kind").asString().equals(kind))
                .map(notification -> notification.at("/subject").asString())
                .toList();
    }
}
