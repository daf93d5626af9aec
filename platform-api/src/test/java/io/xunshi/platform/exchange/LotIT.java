package io.xunshi.platform.exchange;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.Refusals.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.usecase.RunLotTimers;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.trace.LogEntries;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Lots, from what is in stock to what was sold of it. */
@PlatformTest
class LotIT {
    private static final long TONNE = 1_000;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Lots lots;

    @Autowired
    private RunLotTimers runLotTimers;

    private Yard yard;
    private Visitor reader;

    @BeforeEach
    void aYardHasThirtyTonnes() {
        yard = Yard.filed(database, port, "巩义再生铝业").stocked(30 * TONNE);
        reader = new Visitor(port);
    }

    @Test
    void everybodyReadsWhatIsOfferedAndItsQuantityIsSetAside() {
        var lot = yard.offered(28 * TONNE);

        assertThat(yard.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
        var read = Visitor.json(reader.get("/api/v1/lots/" + lot.at("/id").asString()));
        assertThat(read).isEqualTo(lot);
        assertThat(read.at("/seller/name").asString()).isEqualTo("巩义再生铝业");
        assertThat(read.at("/measure").asString()).isEqualTo("WEIGHT");
        assertThat(read.at("/materialEdition").asInt()).isEqualTo(1);
        assertThat(read.at("/quality/al_pct").asString()).isEqualTo("97.5");
    }

    @Test
    void whatItsPicturesAreStandsInTheLogAndAnybodyCanRecomputeIt() {
        var first = Goods.photo(yard.owner());
        var second = Goods.photo(yard.owner());
        var terms = Yard.lot(3 * TONNE);
        terms.put("photoIds", List.of(first, second));

        var lot = Visitor.json(yard.offer(yard.owner(), terms));

        var line = new StringJoiner("|").add(lot.at("/code").asString()).add("1");
        lot.at("/photos").valueStream().map(LotIT::largest).forEach(url -> line.add(Sha256.of(bytesAt(url))));
        await().untilAsserted(
                        () -> assertThat(LogEntries.of(database, lot.at("/id").asString()))
                                .singleElement()
                                .asString()
                                .contains("lot.pictured", Sha256.of(line.toString())));
    }

    @Test
    void aLotIsFoundByItsMaterialAndWhatThatStandsBelow() {
        var lot = yard.offered(28 * TONNE).at("/id").asString();

        for (var material : List.of("NF", "NF-AL", Yard.OLD_EXTRUSIONS)) {
            assertThat(idsAt("/api/v1/lots?limit=60&material=" + material)).contains(lot);
        }
        assertThat(idsAt("/api/v1/lots?limit=60&material=FE")).doesNotContain(lot);
        assertThat(idsAt("/api/v1/lots?limit=60&material=NO-SUCH")).isEmpty();
        assertThat(idsAt("/api/v1/lots?limit=60&area=ZZ-DF")).doesNotContain(lot);
    }

    @Test
    void noMoreCanBeOfferedThanIsFree() {
        yard.offered(28 * TONNE);

        var refused = problem(yard.offer(yard.owner(), Yard.lot(3 * TONNE)));

        assertThat(refused.at("/code").asString()).isEqualTo("exchange.stock-short");
        assertThat(refused.at("/free").asLong()).isEqualTo(2_000_000);
        assertThat(yard.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
    }

    @Test
    void ofManyWhoOfferTheLastTonnesAtOnceOneHasThem() throws Exception {
        var racers =
                Collections.nCopies(8, (Callable<ResponseSpec>) () -> yard.offer(yard.owner(), Yard.lot(20 * TONNE)));

        var statuses = Races.race(racers);

        assertThat(statuses).containsOnlyOnce(201).contains(409).doesNotContain(500);
        assertThat(yard.stock()).containsExactly(30 * TONNE, 20 * TONNE, 10 * TONNE);
    }

    @Test
    void aPositionIsWhatIsFreeOfferedAndReserved() {
        var lot = yard.offered(20 * TONNE);
        Yard.filed(database, port, "买家").bought(lot);
        yard.offered(4 * TONNE);

        var position =
                Visitor.json(yard.owner().get(yard.path("/stock-positions"))).at("/items/0");

        assertThat(position.at("/reserved").asLong()).isEqualTo(20_000_000);
        assertThat(position.at("/offered").asLong()).isEqualTo(4_000_000);
        assertThat(position.at("/free").asLong()).isEqualTo(6_000_000);
    }

    @Test
    void anEditMovesTheStockAndTheStaleOneMovesNothing() {
        var lot = yard.offered(28 * TONNE);
        var path = "/api/v1/lots/" + lot.at("/id").asString();

        var edited = Visitor.json(yard.owner().put(path, Yard.lot(10 * TONNE), "\"1\""));

        assertThat(edited.at("/version").asInt()).isEqualTo(2);
        assertThat(yard.stock()).containsExactly(30 * TONNE, 10 * TONNE, 20 * TONNE);
        yard.owner().put(path, Yard.lot(5 * TONNE), "\"1\"").expectStatus().isEqualTo(412);
        assertThat(codeOf(yard.owner().put(path, Yard.lot(31 * TONNE), "\"2\"")))
                .isEqualTo("exchange.stock-short");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 10 * TONNE, 20 * TONNE);
    }

    @Test
    void whatIsTakenBackMayBeOfferedAgain() {
        var path = "/api/v1/lots/" + yard.offered(28 * TONNE).at("/id").asString();

        yard.owner().post(path + "/withdrawal", Map.of()).expectStatus().isOk();

        assertThat(yard.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
        assertThat(codeOf(yard.owner().post(path + "/withdrawal", Map.of()))).isEqualTo("exchange.lot-not-offered");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
    }

    @Test
    void anOfferEndsAfterItsLastDayAndLetsGoOfItsStock() {
        var id = yard.offered(28 * TONNE).at("/id").asString();
        database.sql("update exchange.lot set ends_at = now() - interval '1 hour' where id = :id::uuid")
                .bind("id", id)
                .then()
                .block();

        runLotTimers.runDue().block();
        runLotTimers.runDue().block();

        assertThat(Visitor.json(reader.get("/api/v1/lots/" + id)).at("/state").asString())
                .isEqualTo("EXPIRED");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
    }

    @Test
    void whatIsHeldIsNeitherChangedNorHeldTwiceAndItsSaleLeavesTheStockOnce() {
        var lot = yard.offered(28 * TONNE);
        var id = new LotId(UUID.fromString(lot.at("/id").asString()));
        var holder = UUID.randomUUID();
        var buyer = new OrganisationId(
                UUID.fromString(Yard.filed(database, port, "新密铝厂").id()));

        lots.hold(id, holder).block();
        lots.hold(id, holder).block();

        assertThat(codeOf(yard.owner().put("/api/v1/lots/" + id, Yard.lot(5 * TONNE), "\"3\"")))
                .isEqualTo("exchange.lot-not-offered");
        lots.letGo(id, UUID.randomUUID()).block();
        assertThat(state(id)).isEqualTo("HELD");
        lots.markSold(id, holder, buyer).block();
        lots.markSold(id, holder, buyer).block();
        assertThat(state(id)).isEqualTo("SOLD");
        assertThat(yard.stock()).containsExactly(2 * TONNE, 0L, 2 * TONNE);
        assertThat(Visitor.json(yard.owner().get(yard.path("/stock-movements"))).at("/items"))
                .extracting(movement -> movement.at("/quantity").asLong())
                .containsExactly(-28_000_000L, 30_000_000L);
    }

    @Test
    void whatIsLetGoIsOfferedAgain() {
        var id = new LotId(UUID.fromString(yard.offered(28 * TONNE).at("/id").asString()));
        var holder = UUID.randomUUID();
        lots.hold(id, holder).block();

        lots.letGo(id, holder).block();

        assertThat(state(id)).isEqualTo("OFFERED");
        assertThat(yard.stock()).containsExactly(30 * TONNE, 28 * TONNE, 2 * TONNE);
    }

    @Test
    void whoLacksAFilingIsToldWhichAndOffersNothing() {
        var unfiled = Yard.unfiled(database, port, "没有备案的货场").stocked(30 * TONNE);

        var refused = problem(unfiled.offer(unfiled.owner(), Yard.lot(28 * TONNE)));

        assertThat(refused.at("/status").asInt()).isEqualTo(403);
        assertThat(refused.at("/code").asString()).isEqualTo("organisation.licences-missing");
        assertThat(refused.at("/missing")).isNotEmpty();
        assertThat(unfiled.stock()).containsExactly(30 * TONNE, 0L, 30 * TONNE);
    }

    @Test
    void aWeigherEntersReceiptsAndOffersNothing() {
        var weigher = yard.member("WEIGHER");

        yard.receive(weigher, 1_000_000).expectStatus().isCreated();

        assertThat(codeOf(yard.offer(weigher, Yard.lot(TONNE)))).isEqualTo("organisation.role-missing");
        var stranger = new Visitor(port).signUp("路人");
        assertThat(codeOf(yard.offer(stranger, Yard.lot(TONNE)))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(stranger.get(yard.path("/stock")))).isEqualTo("organisation.not-a-member");
    }

    @Test
    void aCountFindsLessThanThereWasButNotLessThanIsOffered() {
        yard.offered(28 * TONNE);

        yard.correct(-2_000_000).expectStatus().isCreated();

        assertThat(yard.stock()).containsExactly(28 * TONNE, 28 * TONNE, 0L);
        assertThat(codeOf(yard.correct(-1_000))).isEqualTo("exchange.stock-short");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var lot = Yard.lot(28 * TONNE);
        lot.put("quantity", 0);
        lot.put("quality", Map.of("al_pct", "120"));
        lot.put("place", Map.of("areaCode", "NOWHERE", "address", "回郭镇"));

        var refused = problem(yard.offer(yard.owner(), lot));

        assertThat(refused.at("/status").asInt()).isEqualTo(400);
        assertThat(refused.at("/errors"))
                .extracting(fault -> fault.at("/field").asString())
                .contains("quantity", "quality.al_pct", "quality.form", "place.areaCode");
    }

    private String state(LotId id) {
        return Visitor.json(reader.get("/api/v1/lots/" + id)).at("/state").asString();
    }

    private static String largest(JsonNode photo) {
        var variants = photo.at("/variants");
        return variants.get(variants.size() - 1).at("/url").asString();
    }

    private byte[] bytesAt(String url) {
        var answer = new Visitor(port).get(url).expectBody(byte[].class).returnResult();
        return Objects.requireNonNull(answer.getResponseBody());
    }

    private List<String> idsAt(String path) {
        return StreamSupport.stream(Visitor.json(reader.get(path)).at("/items").spliterator(), false)
                .map((JsonNode lot) -> lot.at("/id").asString())
                .toList();
    }
}
