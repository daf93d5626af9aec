package io.xunshi.platform.exchange;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What works look for, and what of it is on offer. */
@PlatformTest
class DemandIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Yard works;
    private Visitor reader;

    @BeforeEach
    void aWorksLooksForAluminium() {
        works = Yard.filed(database, port, "新密铝厂");
        reader = new Visitor(port);
    }

    @Test
    void aDemandAndTheLotsThatAnswerItFindEachOther() {
        var yard = Yard.filed(database, port, "巩义货场").stocked(30_000);
        var fitting = yard.offered(20_000).at("/id").asString();
        var tooSmall = yard.offered(4_000).at("/id").asString();
        var dirty = Yard.lot(5_000);
        dirty.put(
                "quality",
                Map.of(
                        "form", "extrusion",
                        "alloy_series", "mixed",
                        "al_pct", "95",
                        "inclusion_pct", "2.5",
                        "radiation_usvh", "0.1",
                        "source", "old"));
        var dirtyOne = Visitor.json(yard.offer(yard.owner(), dirty)).at("/id").asString();

        var demand = posted();

        assertThat(ids("/api/v1/demands/" + demand + "/fitting-lots"))
                .contains(fitting)
                .doesNotContain(tooSmall, dirtyOne);
        assertThat(ids("/api/v1/lots/" + fitting + "/fitting-demands")).contains(demand);
        assertThat(ids("/api/v1/lots/" + tooSmall + "/fitting-demands")).doesNotContain(demand);
    }

    @Test
    void nobodyIsShownTheirOwnOffers() {
        works.stocked(30_000);
        var own = works.offered(20_000).at("/id").asString();

        assertThat(ids("/api/v1/demands/" + posted() + "/fitting-lots")).doesNotContain(own);
    }

    @Test
    void whatIsAskedIsReadAsItWasSaid() {
        var read = Visitor.json(reader.get("/api/v1/demands/" + posted()));

        assertThat(read.at("/quality/inclusion_pct/max").asInt()).isEqualTo(2);
        assertThat(read.at("/quality/inclusion_pct/min").isNull()).isTrue();
        assertThat(read.at("/buyer/name").asString()).isEqualTo("新密铝厂");
        assertThat(read.at("/leastQuantity").asLong()).isEqualTo(5_000_000);
    }

    @Test
    void aDemandIsChangedUntilItEndsAndEndsOnce() {
        var demand = posted();
        var path = "/api/v1/demands/" + demand;
        var other = Yard.demand();
        other.put("title", "求购旧铝 加急");

        works.owner().put(path, other, "\"1\"").expectStatus().isOk();
        works.owner().put(path, other, "\"1\"").expectStatus().isEqualTo(412);
        works.owner().post(path + "/ending", Map.of("met", true)).expectStatus().isOk();

        assertThat(Visitor.json(reader.get(path)).at("/state").asString()).isEqualTo("MET");
        assertThat(codeOf(works.owner().post(path + "/ending", Map.of("met", false))))
                .isEqualTo("exchange.demand-ended");
        assertThat(codeOf(works.owner().put(path, other, "\"3\""))).isEqualTo("exchange.demand-ended");
        assertThat(ids("/api/v1/demands?limit=60")).doesNotContain(demand);
    }

    @Test
    void nobodyChangesTheDemandOfOthers() {
        var stranger = Yard.filed(database, port, "别家").owner();
        var path = "/api/v1/demands/" + posted();

        assertThat(codeOf(stranger.put(path, Yard.demand(), "\"1\""))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(stranger.post(path + "/ending", Map.of("met", true)))).isEqualTo("organisation.not-a-member");
    }

    private String posted() {
        return Visitor.json(works.owner().post(works.path("/demands"), Yard.demand()))
                .at("/id")
                .asString();
    }

    private List<String> ids(String path) {
        return StreamSupport.stream(Visitor.json(reader.get(path)).at("/items").spliterator(), false)
                .map((JsonNode one) -> one.at("/id").asString())
                .toList();
    }
}
