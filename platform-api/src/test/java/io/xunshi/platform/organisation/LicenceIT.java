package io.xunshi.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.media.domain.Pictures;
import io.xunshi.platform.organisation.usecase.RunLicenceTimers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What organisations hand in, what officers make of it, and what it lets them do. */
@PlatformTest
class LicenceIT {
    private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunLicenceTimers runLicenceTimers;

    @Autowired
    private Organisations organisations;

    @Autowired
    private TradingGate gate;

    @Test
    void theFirstBusinessLicenceMakesAnOrganisationActive() {
        var firm = Firm.founded(database, port, "RECYCLER");
        assertThat(firm.judged("SH-BOOK", "SELLER").at("/missing/0/kind").asString())
                .isEqualTo("BUSINESS_LICENCE");

        firm.licensed(Map.of("kind", "BUSINESS_LICENCE"));

        assertThat(firm.read().at("/organisation/state").asString()).isEqualTo("ACTIVE");
        assertThat(firm.judged("SH-BOOK", "SELLER").at("/allowed").asBoolean()).isTrue();
        assertThat(Firm.noticesOf(firm.owner())).containsExactly("LICENCE_APPROVED");
    }

    @Test
    void aRecyclerSellsAluminiumOnceBothFilingsAreApproved() {
        var firm = Firm.active(database, port, "RECYCLER");
        assertThat(missing(firm.judged("NF-AL-EXT-O", "SELLER")))
                .isEqualTo(Map.of("COMMERCE_FILING", "NONE", "POLICE_FILING", "NONE"));

        firm.licensed(Map.of("kind", "COMMERCE_FILING"));
        var police = Visitor.json(firm.handIn(Map.of("kind", "POLICE_FILING")))
                .at("/id")
                .asString();
        assertThat(missing(firm.judged("NF-AL-EXT-O", "SELLER"))).isEqualTo(Map.of("POLICE_FILING", "IN_REVIEW"));
        firm.approve(police);

        var judged = firm.judged("NF-AL-EXT-O", "SELLER");
        assertThat(judged.at("/allowed").asBoolean()).isTrue();
        assertThat(Firm.valuesOf(judged.at("/licences"), "/kind"))
                .containsExactly("BUSINESS_LICENCE", "COMMERCE_FILING", "POLICE_FILING");
        assertThat(missing(firm.judged("PA-OCC", "BUYER"))).isEqualTo(Map.of("COMMERCE_FILING", "OUT_OF_SCOPE"));
    }

    @Test
    void aRefusalOfTheGateNamesWhatIsMissingInWords() {
        var firm = Firm.active(database, port, "RECYCLER");

        var refusal = gate.require(firm.organisationId(), "NF-PB-LAB", TradeSide.BUYER, "ZZ-GY", Instant.now())
                .map(GateVerdict.Allowed::toString)
                .onErrorResume(refused -> Mono.just(refused.toString()))
                .block();

        assertThat(refusal).contains("organisation.licences-missing");
    }

    @Test
    void filingsAreShownAsDueUntilTheyAreHandedIn() {
        var firm = Firm.founded(database, port, "RECYCLER")
                .licensed(Map.of(
                        "kind",
                        "BUSINESS_LICENCE",
                        "validFrom",
                        TODAY.minusDays(10).toString()));
        assertThat(firm.judged("NF-AL-EXT-O", "BUYER").at("/allowed").asBoolean())
                .isTrue();

        var due = firm.read().at("/due");
        assertThat(Firm.valuesOf(due, "/kind")).containsExactly("COMMERCE_FILING", "POLICE_FILING");
        assertThat(Firm.valuesOf(due, "/by"))
                .containsExactly(
                        TODAY.plusDays(20).toString(), TODAY.plusDays(5).toString());

        firm.handIn(Map.of("kind", "POLICE_FILING")).expectStatus().isCreated();
        assertThat(Firm.valuesOf(firm.read().at("/due"), "/kind")).containsExactly("COMMERCE_FILING");
    }

    @Test
    void anOfficerRefusesWithAReasonThatOwnersRead() {
        var firm = Firm.founded(database, port, "RECYCLER");
        var licence = Visitor.json(firm.handIn(Map.of("kind", "BUSINESS_LICENCE")))
                .at("/id")
                .asString();

        firm.officer()
                .post("/api/v1/licence-cases/" + licence + "/refusal", Map.of("reason", "照片模糊"))
                .expectStatus()
                .isOk();

        assertThat(firm.read().at("/licences/0/refusal").asString()).isEqualTo("照片模糊");
        assertThat(firm.read().at("/organisation/state").asString()).isEqualTo("PENDING");
        assertThat(Firm.noticesOf(firm.owner())).containsExactly("LICENCE_REFUSED");
    }

    @Test
    void ofTwoOfficersOneDecides() throws InterruptedException, ExecutionException {
        var firm = Firm.founded(database, port, "RECYCLER");
        var licence = Visitor.json(firm.handIn(Map.of("kind", "BUSINESS_LICENCE")))
                .at("/id")
                .asString();
        var one = firm.officer();
        var other = firm.officer();

        var statuses = Races.race(List.of(
                () -> one.post("/api/v1/licence-cases/" + licence + "/approval", Map.of()),
                () -> other.post("/api/v1/licence-cases/" + licence + "/refusal", Map.of("reason", "不清楚"))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void nobodyDecidesAboutAnOrganisationThatTheyActFor() {
        var firm = Firm.founded(database, port, "RECYCLER");
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);
        officer.post("/api/v1/my/organisations", Map.of("code", firm.invite("FINANCE")))
                .expectStatus()
                .isOk();
        var licence = Visitor.json(firm.handIn(Map.of("kind", "BUSINESS_LICENCE")))
                .at("/id")
                .asString();

        assertThat(Refusals.codeOf(officer.post("/api/v1/licence-cases/" + licence + "/approval", Map.of())))
                .isEqualTo("organisation.not-yours-to-decide");
        assertThat(queueOf(officer)).doesNotContain(licence);
        assertThat(queueOf(firm.officer())).contains(licence);
    }

    @Test
    void whatIsTakenBackIsNotDecided() {
        var firm = Firm.founded(database, port, "RECYCLER");
        var licence = Visitor.json(firm.handIn(Map.of("kind", "BUSINESS_LICENCE")))
                .at("/id")
                .asString();

        firm.owner().delete(firm.path("/licences/" + licence)).expectStatus().isNoContent();

        assertThat(Refusals.codeOf(firm.officer().post("/api/v1/licence-cases/" + licence + "/approval", Map.of())))
                .isEqualTo("organisation.licence-decided");
        assertThat(firm.read().at("/licences")).isEmpty();
    }

    @Test
    void whatADocumentSaysIsChecked() {
        var firm = Firm.founded(database, port, "RECYCLER");

        assertThat(faults(firm, Map.of("kind", "BUSINESS_LICENCE", "number", "123")))
                .containsExactly("number");
        assertThat(faults(firm, Map.of("materials", List.of("NO-SUCH")))).containsExactly("materials");
        assertThat(faults(firm, Map.of("areas", List.of()))).containsExactly("areas");
        assertThat(faults(firm, Map.of("validTo", "2019-12-31"))).containsExactly("validTo");
        assertThat(faults(firm, Map.of("validTo", TODAY.minusDays(1).toString())))
                .containsExactly("validTo");
        assertThat(faults(firm, Map.of("documentId", UUID.randomUUID().toString())))
                .containsExactly("documentId");
        var another = Firm.document(new Visitor(port).signUp("别人"), Firm.pdf());
        assertThat(faults(firm, Map.of("documentId", another))).containsExactly("documentId");
    }

    @Test
    void theDocumentIsReadByMembersAndOfficersAsItWasHashed() {
        var firm = Firm.founded(database, port, "RECYCLER");
        var licence = Visitor.json(firm.handIn(Map.of("kind", "BUSINESS_LICENCE")));
        var id = licence.at("/id").asString();

        var read = firm.owner()
                .get(firm.path("/licences/" + id + "/document"))
                .expectHeader()
                .contentType("application/pdf")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(Sha256.of(Objects.requireNonNull(read)))
                .isEqualTo(licence.at("/documentSha256").asString());
        firm.officer()
                .get("/api/v1/licence-cases/" + id + "/document")
                .expectStatus()
                .isOk();
        new Visitor(port)
                .signUp("路人")
                .get(firm.path("/licences/" + id + "/document"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        var owner = new Visitor(port).signUp("上传的人");
        var script = new String(Firm.pdf(), StandardCharsets.US_ASCII)
                .replace("/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript>>")
                .getBytes(StandardCharsets.US_ASCII);
        var cutOff = Arrays.copyOf(Firm.pdf(), 60);

        assertThat(Refusals.codeOf(Firm.complete(owner, Pictures.jpeg(640, 480), "application/pdf")))
                .isEqualTo("media.not-what-it-says");
        assertThat(Refusals.codeOf(Firm.complete(owner, script, "application/pdf")))
                .isEqualTo("media.document-not-plain");
        assertThat(Refusals.codeOf(Firm.complete(owner, cutOff, "application/pdf")))
                .isEqualTo("media.truncated");
        assertThat(Refusals.codeOf(Firm.complete(owner, Firm.pdf(), "image/png")))
                .isEqualTo("media.not-what-it-says");
        assertThat(Firm.document(owner, Pictures.jpeg(640, 480), "image/jpeg")
                        .at("/mediaType")
                        .asString())
                .isEqualTo("image/jpeg");
    }

    @Test
    void ownersAreToldOfAnEndOnceAtEachStep() {
        var firm = Firm.active(database, port, "RECYCLER");
        var licence = handedIn(firm, TODAY.plusDays(20));
        firm.approve(licence);

        runTimers();
        runTimers();
        endsOn(licence, TODAY.plusDays(7));
        runTimers();
        endsOn(licence, TODAY);
        runTimers();
        endsOn(licence, TODAY.minusDays(1));
        runTimers();
        runTimers();

        var told = Firm.noticesOf(firm.owner());
        assertThat(told).filteredOn(kind -> kind.equals("LICENCE_ENDING")).hasSize(3);
        assertThat(told).filteredOn(kind -> kind.equals("LICENCE_EXPIRED")).hasSize(1);
        assertThat(expiriesOf(firm)).isOne();
        assertThat(missing(firm.judged("PA-OCC", "BUYER"))).isEqualTo(Map.of("COMMERCE_FILING", "EXPIRED"));
    }

    @Test
    void whoHasRenewedIsNotTold() {
        var firm = Firm.active(database, port, "RECYCLER");
        firm.approve(handedIn(firm, TODAY.plusDays(20)));
        firm.approve(handedIn(firm, TODAY.plusDays(400)));

        runTimers();

        assertThat(Firm.noticesOf(firm.owner())).doesNotContain("LICENCE_ENDING");
        assertThat(firm.judged("PA-OCC", "BUYER").at("/allowed").asBoolean()).isTrue();
    }

    @Test
    void controlCountsOnceAnOfficerConfirmedItAndUntilItEnds() {
        var holding = Firm.founded(database, port, "DEALER");
        var one = Firm.founded(database, port, "RECYCLER");
        var other = Firm.founded(database, port, "DEALER");
        var declared = Visitor.json(one.owner()
                        .post(one.path("/control-links"), control(holding.code(), false, TODAY.minusDays(1))))
                .at("/id")
                .asString();
        record(holding, other);
        assertThat(underOneControl(one, other)).isFalse();
        assertThat(underOneControl(holding, other)).isTrue();

        var officer = one.officer();
        officer.post("/api/v1/control-cases/" + declared + "/confirmation", Map.of())
                .expectStatus()
                .isNoContent();

        assertThat(underOneControl(one, other)).isTrue();
        assertThat(underOneControl(other, one)).isTrue();
        assertThat(underOneControl(one, Firm.founded(database, port, "DEALER"))).isFalse();
        assertThat(Refusals.codeOf(officer.post("/api/v1/control-cases/" + declared + "/refusal", Map.of())))
                .isEqualTo("organisation.control-decided");
    }

    @Test
    void anOfficerFindsAnOrganisationAndEndsTheControlOfAnother() {
        var holding = Firm.founded(database, port, "DEALER");
        var held = Firm.founded(database, port, "RECYCLER");
        record(holding, held);
        var officer = holding.officer();
        var found = Visitor.json(
                officer.get("/api/v1/organisation-register?query=" + held.code().toLowerCase(Locale.ROOT)));
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").asString()).isEqualTo(held.id());

        var links = Visitor.json(officer.get("/api/v1/organisation-register/" + held.id() + "/control-links"));
        assertThat(links.at("/0/controller/id").asString()).isEqualTo(holding.id());
        officer.post("/api/v1/control-cases/" + links.at("/0/id").asString() + "/end", Map.of())
                .expectStatus()
                .isNoContent();

        var ended = Visitor.json(officer.get("/api/v1/organisation-register/" + held.id() + "/control-links"));
        assertThat(ended.at("/0/validTo").asString()).isEqualTo(TODAY.toString());
        assertThat(Refusals.codeOf(
                        officer.get("/api/v1/organisation-register/" + UUID.randomUUID() + "/control-links")))
                .isEqualTo("organisation.not-found");
    }

    @Test
    void organisationsWithACommonOwnerAreUnderOneControl() {
        var one = Firm.founded(database, port, "RECYCLER");
        var other = Firm.founded(database, port, "DEALER");

        one.owner()
                .post("/api/v1/my/organisations", Map.of("code", other.invite("TRADER")))
                .expectStatus()
                .isOk();
        assertThat(underOneControl(one, other)).isFalse();

        other.join("OWNER");
        var account = Visitor.json(one.owner().get("/api/v1/session"))
                .at("/account/id")
                .asString();
        other.owner()
                .put(other.path("/members/" + account), Map.of("roles", List.of("OWNER")))
                .expectStatus()
                .isNoContent();
        assertThat(underOneControl(one, other)).isTrue();
    }

    private static Map<String, Object> control(String other, boolean isController, LocalDate from) {
        return Map.of(
                "otherCreditCode",
                other,
                "isController",
                isController,
                "shareBasisPoints",
                6000,
                "source",
                "企业信用信息公示系统",
                "validFrom",
                from.toString());
    }

    private static void record(Firm controller, Firm controlled) {
        controller
                .officer()
                .post(
                        "/api/v1/organisation-register/" + controller.id() + "/control-links",
                        control(controlled.code(), true, TODAY))
                .expectStatus()
                .isCreated();
    }

    private boolean underOneControl(Firm one, Firm other) {
        return organisations
                .underOneControl(one.organisationId(), other.organisationId())
                .blockOptional()
                .orElseThrow();
    }

    private static String handedIn(Firm firm, LocalDate until) {
        return Visitor.json(firm.handIn(
                        Map.of("kind", "COMMERCE_FILING", "materials", List.of("PA"), "validTo", until.toString())))
                .at("/id")
                .asString();
    }

    private void endsOn(String licence, LocalDate day) {
        database.sql("update organisation.licence set valid_to = :day where id = :id")
                .bind("day", day)
                .bind("id", UUID.fromString(licence))
                .then()
                .block();
    }

    private void runTimers() {
        runLicenceTimers.runDue().block();
    }

    private long expiriesOf(Firm firm) {
        return database.sql("""
                        select count(*) as found from events.outbox
                        where type = 'organisation.licence-expired' and aggregate_id = :id
                        """)
                .bind("id", UUID.fromString(firm.id()))
                .map(row -> Objects.requireNonNull(row.get("found", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static List<String> queueOf(Visitor officer) {
        return Firm.valuesOf(
                Visitor.json(officer.get("/api/v1/licence-cases?limit=50")).at("/items"), "/licence/id");
    }

    private static List<String> faults(Firm firm, Map<String, Object> said) {
        return Firm.valuesOf(Refusals.problem(firm.handIn(said)).at("/errors"), "/field");
    }

    private static Map<String, String> missing(JsonNode judged) {
        return judged.at("/missing")
                .valueStream()
                .collect(Collectors.toMap(
                        one -> one.at("/kind").asString(),
                        one -> one.at("/reason").asString()));
    }
}
