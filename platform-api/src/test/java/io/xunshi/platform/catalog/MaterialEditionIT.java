package io.xunshi.platform.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.CityTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Materials as everybody reads them, and their editions. Each test changes a material that no other test looks at. */
@PlatformTest
class MaterialEditionIT {
    private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
    private static final LocalDate LATER = TODAY.plusYears(40);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Materials materials;

    @Test
    void everybodyReadsTheTreeAndWhatIsSaidOfQuality() {
        var stranger = new Visitor(port);

        var tree = Visitor.json(stranger.get("/api/v1/materials"));
        var extrusions = Visitor.json(stranger.get("/api/v1/materials/NF-AL-EXT-O"));

        assertThat(tree).hasSize(178);
        assertThat(extrusions.at("/material/tradeCode").asString()).isEqualTo("Tutu");
        assertThat(extrusions.at("/quality/0/code").asString()).isEqualTo("form");
        assertThat(Refusals.codeOf(stranger.get("/api/v1/materials/NO-SUCH"))).isEqualTo("catalog.no-such-material");
    }

    @Test
    void anEditionBeginsOnItsDayAndLeavesEarlierDaysAsTheyWere() {
        var published = Visitor.json(publish(officer(), "GW-LEAF", 1, LATER, "moisture_pct<=45"));

        assertThat(published.at("/edition").asInt()).isEqualTo(2);
        assertThat(limitsOn("GW-LEAF", LATER.minusDays(1))).isEqualTo("moisture_pct;ash_pct;size_mm;paint bool");
        assertThat(limitsOn("GW-LEAF", LATER)).isEqualTo("moisture_pct<=45");
        assertThat(materials
                        .findEdition("GW-LEAF", 1)
                        .blockOptional()
                        .orElseThrow()
                        .edition())
                .isEqualTo(1);
        assertThat(materials
                        .findEdition("GW-LEAF", 2)
                        .blockOptional()
                        .orElseThrow()
                        .bounds())
                .hasSize(1);
        assertThat(Visitor.json(new Visitor(port).get("/api/v1/materials/GW-LEAF/editions")))
                .hasSize(2);
    }

    @Test
    void noEditionBeginsTodayOrBeforeAnother() {
        var officer = officer();

        assertThat(faultOf(publish(officer, "PK-BAG", 1, TODAY, ""))).isEqualTo("validFrom");
        publish(officer, "PK-BAG", 1, LATER, "").expectStatus().isCreated();
        assertThat(faultOf(publish(officer, "PK-BAG", 2, LATER, ""))).isEqualTo("validFrom");
        publish(officer, "PK-BAG", 2, LATER.plusDays(1), "").expectStatus().isCreated();
    }

    @Test
    void ofTwoOfficersWhoChangeTheSameEditionOneDoes() throws InterruptedException, ExecutionException {
        var one = officer();
        var other = officer();

        var statuses = Races.race(List.of(
                () -> publish(one, "PK-BOX", 1, LATER, "a_pct<=1"),
                () -> publish(other, "PK-BOX", 1, LATER.plusDays(1), "a_pct<=2")));

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(Refusals.codeOf(publish(one, "PK-BOX", 1, LATER.plusDays(9), "")))
                .isEqualTo("catalog.another-edition");
    }

    private Visitor officer() {
        return Officials.with(database, port, Role.ADMINISTRATOR);
    }

    private String limitsOn(String code, LocalDate day) {
        return Visitor.json(new Visitor(port).get("/api/v1/materials/" + code + "?on=" + day))
                .at("/material/limits")
                .asString();
    }

    private static String faultOf(ResponseSpec refused) {
        return Refusals.problem(refused).at("/errors/0/field").asString();
    }

    private static ResponseSpec publish(Visitor officer, String code, int basedOn, LocalDate from, String limits) {
        return officer.post(
                "/api/v1/materials/" + code + "/editions",
                Map.of(
                        "basedOn",
                        basedOn,
                        "validFrom",
                        from.toString(),
                        "nameZh",
                        "改名后的品类",
                        "nameEn",
                        "A renamed material",
                        "standard",
                        "GB/T 0001-2060",
                        "licenceGate",
                        "FILING",
                        "limits",
                        limits));
    }
}
