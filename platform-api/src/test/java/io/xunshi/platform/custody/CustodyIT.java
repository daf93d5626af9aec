package io.xunshi.platform.custody;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.custody.domain.Direction;
import io.xunshi.platform.custody.domain.SeenGraph;
import io.xunshi.platform.custody.usecase.WalkCustody;
import io.xunshi.platform.custody.usecase.WalkCustody.OfBatch;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.identity.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** Material from its first receipts through sorting and a deal to another's yard, and who sees what of it. */
@PlatformTest
class CustodyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SHEET = "NF-AL-SHT-M";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private WalkCustody walkCustody;

    @Test
    void aDeliveryIsWalkedBackToItsReceiptsByBothSidesAndByTheRegulator() {
        var haul = Haul.signed(database, port);
        var seller = Heap.of(haul.seller());
        var works = seller.received(15_000);
        var homes = seller.received(Yard.OLD_EXTRUSIONS, 10_000, "RESIDENTS");
        var sorted = seller.entered(seller.processing(
                "SORTING",
                Map.of(Heap.parcel(works), 15_000_000L, Heap.parcel(homes), 10_000_000L),
                Map.of(Yard.OLD_EXTRUSIONS, 24_500_000L, SHEET, 300_000L),
                200_000));
        assertThat(seller.balance(SHEET)).containsExactly(300L, 300L);

        haul.assayed();
        haul.postAs(haul.buyer().owner(), "/acceptance", Map.of())
                .expectStatus()
                .isOk();

        var deal = "/api/v1/custody-graphs/DEAL/" + haul.deal();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> haul.buyer().owner().get(deal).expectStatus().isOk());
        var sellers = Visitor.json(haul.seller().owner().get(deal));
        assertThat(codesOf(sellers, "batches"))
                .contains(
                        works.at("/code").asString(),
                        homes.at("/code").asString(),
                        sorted.at("/code").asString())
                .hasSize(4);
        var buyers = Visitor.json(haul.buyer().owner().get(deal));
        assertThat(codesOf(buyers, "batches"))
                .filteredOn(code -> !code.isEmpty())
                .hasSize(1);
        assertThat(buyers.at("/batches")).hasSize(4);
        assertThat(namesOf(buyers)).containsExactlyInAnyOrder("巩义再生铝业", "新密铝厂");
        assertThat(delivered(buyers).at("/grams").asLong()).isEqualTo(19_990_000);
        assertThat(delivered(buyers).at("/model").asString()).isEqualTo("MASS_BALANCE");
        assertThat(delivered(buyers).at("/documentedBasisPoints").asInt()).isEqualTo(10_000);
        assertThat(sitesOf(haul.buyer())).containsExactly("注册地 home");
        assertThat(Heap.of(haul.buyer()).balance(Yard.OLD_EXTRUSIONS)).containsExactly(19_990L, 19_990L);
        assertThat(sitesOf(haul.buyer())).containsExactly("注册地", "一号库 home");

        assertThat(codeOf(Yard.filed(database, port, "不相干的货场").owner().get(deal)))
                .isEqualTo("custody.nothing-to-trace");
        var regulators = Visitor.json(Officials.with(database, port, Role.REGULATOR)
                .get("/api/v1/oversight/custody-graphs/DEAL/" + haul.deal()));
        assertThat(codesOf(regulators, "batches")).doesNotContain("").hasSize(4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> new Visitor(port)
                        .get("/api/v1/receipts/" + sorted.at("/code").asString())
                        .expectStatus()
                        .isOk());
    }

    @Test
    void noGramIsUsedTwice() throws Exception {
        var heap = Heap.of(Yard.filed(database, port, "巩义再生铝业"));
        var parcel = Heap.parcel(heap.received(10_000));
        var split = heap.work("SPLIT", Map.of(parcel, 6_000_000L), Map.of(Yard.OLD_EXTRUSIONS, 6_000_000L), 0);

        assertThat(Races.race(List.of(() -> heap.enter(split), () -> heap.enter(split))))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(codeOf(heap.enter(split))).isEqualTo("custody.parcel-short");
        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(10_000L, 10_000L);
    }

    @Test
    void whatIsOfferedIsNotProcessedAndWhatWasWrongIsTakenBack() {
        var yard = Yard.filed(database, port, "巩义再生铝业");
        var heap = Heap.of(yard);
        var parcel = Heap.parcel(heap.received(30_000));
        var shredding = heap.processing(
                "SHREDDING",
                Map.of(parcel, 30_000_000L),
                Map.of(Yard.OLD_EXTRUSIONS, 5_000_000L, SHEET, 24_000_000L),
                1_000_000);
        var lot = yard.offered(20_000);

        assertThat(codeOf(heap.enter(shredding))).isEqualTo("exchange.stock-short");
        yard.owner()
                .post("/api/v1/lots/" + lot.at("/id").asString() + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        var shredded = heap.entered(shredding);
        assertThat(heap.balance(SHEET)).containsExactly(24_000L, 24_000L);

        var reversal = "/api/v1/custody-batches/" + shredded.at("/id").asString() + "/reversal";
        yard.owner().post(reversal, Map.of("reason", "录入有误")).expectStatus().isCreated();
        assertThat(codeOf(yard.owner().post(reversal, Map.of("reason", "录入有误"))))
                .isEqualTo("custody.reversed-already");
        assertThat(heap.balance(SHEET)).containsExactly(0L, 0L);
        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(30_000L, 30_000L);
    }

    @Test
    void whatTheAccountHadBeforeIsOpenedWithoutAnOriginAndOnce() {
        var yard = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        var heap = Heap.of(yard);
        var opening = Map.of("siteId", heap.siteId(), "materialCode", Yard.OLD_EXTRUSIONS, "grams", 30_000_000L);

        var opened = Visitor.json(yard.owner().post(yard.path("/custody-openings"), opening));

        assertThat(opened.at("/outputs/0/documentedGrams").asLong()).isZero();
        assertThat(codeOf(yard.owner().post(yard.path("/custody-openings"), opening)))
                .isEqualTo("custody.nothing-unrecorded");
        var count = heap.work(
                "COUNT", Map.of(Heap.parcel(opened), 30_000_000L), Map.of(Yard.OLD_EXTRUSIONS, 29_000_000L), 0);
        count.put("reason", "年终盘点");
        heap.entered(count);
        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(29_000L, 29_000L);
    }

    @Test
    void ofTwoFirstSitesOneIsHome() throws Exception {
        var yard = Yard.filed(database, port, "巩义再生铝业");

        assertThat(Races.race(List.of(
                        () -> yard.owner().post(yard.path("/sites"), Heap.site("一号库")),
                        () -> yard.owner().post(yard.path("/sites"), Heap.site("二号库")))))
                .containsExactly(201, 201);

        assertThat(sitesOf(yard)).filteredOn(site -> site.endsWith(" home")).hasSize(1);
        assertThat(codeOf(yard.owner().post(yard.path("/sites"), Heap.site("二号库"))))
                .isEqualTo("custody.site-name-taken");
    }

    @Test
    void aBuyerFollowsALotNoFurtherThanItsOwnDealsGo() {
        var seller = Yard.filed(database, port, "巩义再生铝业");
        var buyer = Heap.of(Yard.filed(database, port, "新密铝厂"));
        var other = Heap.of(Yard.filed(database, port, "荥阳铝厂"));
        var lot = UUID.randomUUID();
        delivered(lot, seller, buyer);
        delivered(lot, seller, other);

        var graph = "/api/v1/custody-graphs/LOT/" + lot;
        assertThat(Visitor.json(buyer.yard().owner().get(graph)).at("/batches")).hasSize(1);
        assertThat(Visitor.json(seller.owner().get(graph)).at("/batches")).hasSize(2);
    }

    @Test
    void aBatchThatWaitedIsReadAfterThoseThatDidNot() {
        var heap = Heap.of(Yard.filed(database, port, "巩义再生铝业"));
        var parcel = Heap.parcel(heap.received(10_000));
        var split = heap.work("SPLIT", Map.of(parcel, 6_000_000L), Map.of(Yard.OLD_EXTRUSIONS, 6_000_000L), 0);
        var release = held(UUID.fromString(parcel));
        var waiting = CompletableFuture.supplyAsync(() -> heap.entered(split));
        List<String> before;
        try {
            await().atMost(PATIENCE).until(this::isSomebodyWaitingForAParcel);
            heap.received(Yard.OLD_EXTRUSIONS, 1_000, "RESIDENTS");
            before = heap.events();
        } finally {
            release.run();
        }

        assertThat(waiting).succeedsWithin(PATIENCE);
        assertThat(before).hasSize(2);
        assertThat(heap.events()).startsWith(before.toArray(String[]::new)).hasSize(3);
    }

    @Test
    void aCountThatFoundNothingIsTakenBackOnce() throws Exception {
        var heap = Heap.of(Yard.filed(database, port, "巩义再生铝业"));
        var count = heap.work("COUNT", Map.of(Heap.parcel(heap.received(10_000)), 10_000_000L), Map.of(), 0);
        count.put("reason", "被盗");
        var counted = heap.entered(count);

        assertThat(Races.race(List.of(() -> heap.takeBack(counted), () -> heap.takeBack(counted))))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(10_000L, 10_000L);
    }

    @Test
    void anOpeningThatIsTakenBackLeavesTheAccountAsItWas() {
        var yard = Yard.filed(database, port, "巩义再生铝业").stocked(30_000);
        var heap = Heap.of(yard);
        var opening = Map.of("siteId", heap.siteId(), "materialCode", Yard.OLD_EXTRUSIONS, "grams", 30_000_000L);
        var opened = Visitor.json(yard.owner().post(yard.path("/custody-openings"), opening));

        heap.takeBack(opened).expectStatus().isCreated();

        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(30_000L, 0L);
        yard.owner()
                .post(yard.path("/custody-openings"), opening)
                .expectStatus()
                .isCreated();
        assertThat(heap.balance(Yard.OLD_EXTRUSIONS)).containsExactly(30_000L, 30_000L);
    }

    @Test
    void everyBatchIsAnEventThatIsFoundByItsHashAndWhatWasWrongDeclaresIt() {
        var heap = Heap.of(Yard.filed(database, port, "巩义再生铝业"));
        var received = heap.received(30_000);
        heap.yard()
                .owner()
                .post(
                        "/api/v1/custody-batches/" + received.at("/id").asString() + "/reversal",
                        Map.of("reason", "录入有误"))
                .expectStatus()
                .isCreated();
        var owner = heap.yard().owner();
        var digests = heap.events();
        assertThat(digests).hasSize(2);

        var wrong = Visitor.json(owner.get("/api/v1/epcis/events/" + digests.getFirst()));
        assertThat(wrong.at("/type").asString()).isEqualTo("ObjectEvent");
        assertThat(wrong.at("/bizStep").asString()).isEqualTo("collecting");
        assertThat(wrong.at("/quantityList/0/quantity").asLong()).isEqualTo(30_000);
        assertThat(wrong.at("/errorDeclaration/reason").asString()).isEqualTo("incorrect_data");
        assertThat(wrong.at("/errorDeclaration/correctiveEventIDs/0").asString())
                .contains(digests.getLast());
        assertThat(eventsAt(owner, "/bizSteps/collecting/events")).hasSize(1);
        assertThat(eventsAt(owner, "/epcs/urn:uuid:" + Heap.parcel(received) + "/events"))
                .hasSize(2);

        var page = owner.get("/api/v1/epcis/events?perPage=1").returnResult(byte[].class);
        var next = String.valueOf(page.getResponseHeaders().getFirst("Link")).replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(Visitor.json(owner.get(next))
                        .at("/epcisBody/queryResults/resultsBody/eventList/0/eventID")
                        .asString())
                .contains(digests.getLast());
        assertThat(codeOf(Yard.filed(database, port, "别家").owner().get("/api/v1/epcis/events/" + digests.getFirst())))
                .isEqualTo("custody.event-not-found");
    }

    private static JsonNode eventsAt(Visitor who, String below) {
        return Visitor.json(who.get("/api/v1/epcis" + below)).at("/epcisBody/queryResults/resultsBody/eventList");
    }

    /** That the end is reached, and that a limit holds; how fast is measured elsewhere. */
    @Test
    void aChainOfTenThousandNodesIsWalkedToItsEnds() {
        var heap = Heap.of(Yard.filed(database, port, "巩义再生铝业"));
        var ends = chain(UUID.fromString(heap.yard().id()), UUID.fromString(heap.siteId()), 5_000);

        var back = walked(ends.getLast(), Direction.BACK, 5_000);
        assertThat(back.batches()).hasSize(5_000);
        assertThat(back.parcels()).hasSize(4_999);
        assertThat(back.isCutOff()).isFalse();
        assertThat(walked(ends.getFirst(), Direction.FORWARD, 5_000).parcels()).hasSize(5_000);
        var part = walked(ends.getLast(), Direction.BACK, 100);
        assertThat(part.batches()).hasSize(100);
        assertThat(part.isCutOff()).isTrue();
    }

    private SeenGraph walked(UUID batch, Direction direction, int limit) {
        return Objects.requireNonNull(
                walkCustody.forAuditor(new OfBatch(batch), direction, limit).block(PATIENCE));
    }

    /** So many batches, each but the first made of the one before it; the first and the last. */
    private List<UUID> chain(UUID organisation, UUID site, int length) {
        return Objects.requireNonNull(database.sql("""
                        with link as (
                            select number, gen_random_uuid() as batch, gen_random_uuid() as parcel
                            from generate_series(1, :length) as number
                        ), made as (
                            insert into custody.batch
                                (id, code, kind, organisation, site, input_grams, entered_grams, output_grams, loss_grams,
                                 outside_yield, source, reference, happened_on, hash, event_digest, biz_step, entered_at)
                            select batch, batch::text, case number when 1 then 'RECEIPT' else 'SPLIT' end, :organisation, :site,
                                   case number when 1 then 0 else 1000 end, case number when 1 then 1000 else 0 end, 1000, 0, false,
                                   case number when 1 then 'RESIDENTS' end, '', current_date, '', batch::text, 'storing', now()
                            from link
                        ), parcels as (
                            insert into custody.parcel
                                (id, code, made_by, organisation, site, material, grams, left_grams, documented_grams, model, made_at)
                            select parcel, parcel::text, batch, :organisation, :site, 'NF-AL-EXT-O', 1000, 0, 1000, 'SEGREGATED', now()
                            from link
                        ), uses as (
                            insert into custody.use (batch, parcel, made_by, grams)
                            select next.batch, link.parcel, link.batch, 1000
                            from link join link as next on next.number = link.number + 1
                        )
                        select batch from link where number in (1, :length) order by number
                        """)
                .bind("length", length)
                .bind("organisation", organisation)
                .bind("site", site)
                .map(row -> required(row, "batch", UUID.class))
                .all()
                .collectList()
                .block(PATIENCE));
    }

    /** A delivery of one kilogram, which no parcel is behind. */
    private void delivered(UUID lot, Yard seller, Heap buyer) {
        database.sql("""
                        insert into custody.batch
                            (id, code, kind, organisation, counterparty, site, input_grams, entered_grams, output_grams,
                             loss_grams, outside_yield, reference, happened_on, deal, lot, hash, event_digest, biz_step,
                             entered_at)
                        select id, id::text, 'DELIVERY', :buyer, :seller, :site, 0, 1000, 1000, 0, false, '', current_date,
                               gen_random_uuid(), :lot, '', id::text, 'accepting', now()
                        from gen_random_uuid() as id
                        """)
                .bind("buyer", UUID.fromString(buyer.yard().id()))
                .bind("seller", UUID.fromString(seller.id()))
                .bind("site", UUID.fromString(buyer.siteId()))
                .bind("lot", lot)
                .then()
                .block(PATIENCE);
    }

    /** Nobody else takes of the parcel until this is run. */
    private Runnable held(UUID parcel) {
        var release = Sinks.<Void>empty();
        var isHeld = new CompletableFuture<Void>();
        transactions
                .transactional(database.sql("select id from custody.parcel where id = :id for update")
                        .bind("id", parcel)
                        .then()
                        .doOnSuccess(isHeld::complete)
                        .then(release.asMono()))
                .subscribe();
        assertThat(isHeld).succeedsWithin(PATIENCE);
        return release::tryEmitEmpty;
    }

    private boolean isSomebodyWaitingForAParcel() {
        return Boolean.TRUE.equals(database.sql("""
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%custody.parcel%') as waits
                        """)
                .map(row -> required(row, "waits", Boolean.class))
                .one()
                .block(PATIENCE));
    }

    private static List<String> sitesOf(Yard yard) {
        return StreamSupport.stream(
                        Visitor.json(yard.owner().get(yard.path("/sites")))
                                .at("/items")
                                .spliterator(),
                        false)
                .map(site -> site.at("/name").asString() + (site.at("/isHome").asBoolean() ? " home" : ""))
                .toList();
    }

    private static List<String> codesOf(JsonNode graph, String nodes) {
        return StreamSupport.stream(graph.at("/" + nodes).spliterator(), false)
                .map(node -> node.at("/code").asString(""))
                .toList();
    }

    private static List<String> namesOf(JsonNode graph) {
        return StreamSupport.stream(graph.at("/parties").spliterator(), false)
                .map(party -> party.at("/name").asString(""))
                .toList();
    }

    /** What the one delivery made. */
    private static JsonNode delivered(JsonNode graph) {
        var batch = StreamSupport.stream(graph.at("/batches").spliterator(), false)
                .filter(node -> node.at("/kind").asString().equals("DELIVERY"))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(graph.at("/parcels").spliterator(), false)
                .filter(node -> node.at("/madeBy").equals(batch.at("/id")))
                .findFirst()
                .orElseThrow();
    }
}
