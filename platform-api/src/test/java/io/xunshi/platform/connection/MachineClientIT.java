package io.xunshi.platform.connection;

import static io.xunshi.platform.Refusals.codeOf;
import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of organisations trade as their people do, and are nobody else. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class MachineClientIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void aProgramTradesForItsOrganisation() {
        var seller = Yard.filed(database, port, "巩义再生铝业");
        var buyer = Yard.filed(database, port, "新密铝厂");
        var machine = Machine.of(port, seller, "TRADER");

        assertThat(Visitor.json(machine.get("/api/v1/my/organisations"))
                        .at("/0/organisation/id")
                        .asString(""))
                .isEqualTo(seller.id());
        machine.post(
                        seller.path("/stock-receipts"),
                        Map.of(
                                "materialCode",
                                Yard.OLD_EXTRUSIONS,
                                "quantity",
                                28_000_000,
                                "source",
                                "PRODUCTIVE_UNIT",
                                "reference",
                                "GP-0001",
                                "happenedOn",
                                Yard.TODAY.toString()))
                .expectStatus()
                .isCreated();
        var lot = Visitor.json(machine.post(seller.path("/lots"), Yard.lot(28_000)));
        var deal = buyer.bought(lot);

        assertThat(Visitor.json(machine.get("/api/v1/deals/" + deal))
                        .at("/state")
                        .asString())
                .isEqualTo("AGREED");
        assertThat(Visitor.json(machine.get(seller.path("/deals"))).at("/items"))
                .hasSize(1);
    }

    @Test
    void aProgramThatMaySignTypesItsSecretAsAPersonTypesThePassword() {
        var seller = Yard.filed(database, port, "签约方").stocked(30_000);
        var buyer = Yard.filed(database, port, "买方");
        var deal = buyer.bought(seller.offered(20_000));
        var machine = Machine.of(port, seller, "TRADER", "SIGNER");

        assertThat(codeOf(sign(machine, seller, deal, "xunshi_secret_wrong"))).isEqualTo("identity.password-wrong");
        sign(machine, seller, deal, machine.secret()).expectStatus().isCreated();

        var trader = Machine.of(port, buyer, "TRADER");
        var refused = sign(trader, buyer, deal, trader.secret());
        assertThat(codeOf(refused)).isEqualTo("http.scope-missing");
    }

    private static ResponseSpec sign(Machine machine, Yard side, String deal, String secret) {
        var hash = Visitor.json(machine.get("/api/v1/deals/" + deal))
                .at("/contractHash")
                .asString();
        return machine.post(
                "/api/v1/deals/" + deal + "/signatures",
                Map.of("organisationId", side.id(), "contractHash", hash, "password", secret));
    }

    @Test
    void theRolesOfAProgramAreThoseThatItsOwnerChose() {
        var yard = Yard.filed(database, port, "过磅房").stocked(10_000);
        var weigher = Machine.of(port, yard, "WEIGHER");

        var refused = weigher.post(yard.path("/lots"), Yard.lot(5_000));
        refused.expectStatus()
                .isForbidden()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        assertThat(bodyOf(refused).at("/scopes/0").asString()).isEqualTo("trader");
        weigher.get(yard.path("/stock")).expectStatus().isOk();
        assertThat(codeOf(weigher.get(yard.path("/balance")))).isEqualTo("http.scope-missing");
    }

    @Test
    void aTokenMayBeAskedForLessThanTheClientHas() {
        var yard = Yard.filed(database, port, "财务专用").stocked(10_000);
        var machine = Machine.of(port, yard, "TRADER", "FINANCE");

        machine.renewToken("finance");

        for (var path : List.of("/balance", "/invoices", "/deals-to-invoice", "/reverse-purchases", "/record")) {
            machine.get(yard.path(path)).expectStatus().isOk();
        }
        assertThat(codeOf(machine.post(yard.path("/lots"), Yard.lot(5_000)))).isEqualTo("http.scope-missing");
    }

    @Test
    void nothingButTheExchangeIsOpenToPrograms() {
        var yard = Yard.filed(database, port, "越界者");
        var machine = Machine.of(port, yard, "TRADER", "WEIGHER", "FINANCE", "SIGNER");

        for (var path : List.of("/api/v1/my/orders", "/api/v1/my/notifications", yard.path("/machine-clients"))) {
            var refused = machine.get(path);
            refused.expectStatus().isForbidden();
            assertThat(codeOf(refused)).as(path).isEqualTo("http.not-for-machines");
        }
        assertThat(codeOf(machine.post("/api/v1/orders", Map.of()))).isEqualTo("http.not-for-machines");
        assertThat(codeOf(machine.post("/api/v1/session", Map.of()))).isEqualTo("http.not-for-machines");
        machine.get("/api/v1/materials").expectStatus().isOk();
    }

    @Test
    void anotherOrganisationsThingsStayHidden() {
        var yard = Yard.filed(database, port, "本家");
        var other = Yard.filed(database, port, "别家").stocked(1_000);

        assertThat(codeOf(Machine.of(port, yard, "TRADER").get(other.path("/stock"))))
                .isEqualTo("organisation.not-a-member");
    }

    @Test
    void aRevokedClientsTokenStopsAtOnce() {
        var yard = Yard.filed(database, port, "停用方");
        var machine = Machine.of(port, yard, "TRADER");
        machine.get(yard.path("/stock")).expectStatus().isOk();

        machine.revoke().expectStatus().isOk();

        var refused = machine.get(yard.path("/stock"));
        refused.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        assertThat(codeOf(refused)).isEqualTo("http.token-not-valid");
        assertThat(errorOf(machine.askToken(machine.id(), machine.secret(), Map.of()), 401))
                .isEqualTo("invalid_client");
        assertThat(machine.seen().at("/revokedAt").isNull()).isFalse();
        assertThat(codeOf(yard.owner()
                        .post(
                                yard.path("/machine-clients/" + machine.id() + "/secrets"),
                                Map.of("overlapHours", 0, "password", Visitor.PASSWORD))))
                .isEqualTo("connection.client-revoked");
    }

    @Test
    void anOldSecretStaysGoodForTheOverlapAndNoOlderOneDoes() {
        var yard = Yard.filed(database, port, "轮换方");
        var machine = Machine.of(port, yard, "TRADER");
        var first = machine.secret();
        var second = machine.renewSecret(24);
        assertThat(machine.seen().at("/secrets")).hasSize(2);
        tokenFor(machine, first).expectStatus().isOk();
        tokenFor(machine, second).expectStatus().isOk();

        var third = machine.renewSecret(24);
        assertThat(errorOf(tokenFor(machine, first), 401)).isEqualTo("invalid_client");
        tokenFor(machine, second).expectStatus().isOk();
        tokenFor(machine, third).expectStatus().isOk();

        end(machine);
        assertThat(errorOf(tokenFor(machine, second), 401)).isEqualTo("invalid_client");
        tokenFor(machine, third).expectStatus().isOk();
    }

    /** The overlap is over. */
    private void end(Machine machine) {
        database.sql("update connection.client_secret set ends_at = now() where client = :id and ends_at is not null")
                .bind("id", UUID.fromString(machine.id()))
                .then()
                .block();
    }

    @Test
    void withoutAnOverlapTokensEndWithTheSecret() {
        var yard = Yard.filed(database, port, "泄漏方");
        var machine = Machine.of(port, yard, "TRADER");
        var leaked = machine.secret();

        machine.renewSecret(0);

        assertThat(codeOf(machine.get(yard.path("/stock")))).isEqualTo("http.token-not-valid");
        assertThat(errorOf(tokenFor(machine, leaked), 401)).isEqualTo("invalid_client");
    }

    @Test
    void secretsAndTokensAreNeitherStoredNorLogged(CapturedOutput output) {
        var machine = Machine.of(port, Yard.filed(database, port, "保密方"), "TRADER");
        machine.get("/api/v1/my/organisations").expectStatus().isOk();

        for (var said : List.of(machine.secret(), machine.token())) {
            assertThat(rowsWith("connection.client_secret", said)).isZero();
            assertThat(rowsWith("connection.access_token", said)).isZero();
            assertThat(rowsWith("http.idempotency", said)).isZero();
            assertThat(rowsWith("events.outbox", said)).isZero();
            assertThat(output.getAll()).doesNotContain(said);
        }
    }

    private long rowsWith(String table, String said) {
        return Objects.requireNonNull(database.sql(
                        "select count(*) as found from %s as kept where kept::text like :said or kept::text like :hex"
                                .formatted(table))
                .bind("said", "%" + said + "%")
                .bind("hex", "%" + HexFormat.of().formatHex(said.getBytes(StandardCharsets.UTF_8)) + "%")
                .map(row -> required(row, "found", Long.class))
                .one()
                .block());
    }

    @Test
    void onlyOwnersRunProgramsAndTypeTheirPassword() {
        var yard = Yard.filed(database, port, "负责人");
        var machine = Machine.of(port, yard, "TRADER");
        var secrets = yard.path("/machine-clients/" + machine.id() + "/secrets");

        assertThat(codeOf(Machine.make(yard, yard.member("TRADER"), "TRADER"))).isEqualTo("organisation.role-missing");
        assertThat(codeOf(yard.member("FINANCE").get(yard.path("/machine-clients"))))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(new Visitor(port).signUp("路人").get(yard.path("/machine-clients"))))
                .isEqualTo("organisation.not-a-member");
        assertThat(codeOf(yard.owner().post(secrets, Map.of("overlapHours", 24, "password", "wrong password"))))
                .isEqualTo("identity.password-wrong");
        var other = Yard.filed(database, port, "另一家");
        assertThat(codeOf(other.owner()
                        .post(
                                other.path("/machine-clients/" + machine.id() + "/secrets"),
                                Map.of("overlapHours", 24, "password", Visitor.PASSWORD))))
                .isEqualTo("connection.client-not-found");
        assertThat(codeOf(Machine.make(yard, yard.owner(), "SIGNER"))).isEqualTo("http.invalid");
    }

    @Test
    void programsAreNoColleagues() {
        var yard = Yard.filed(database, port, "同事").stocked(1_000);
        var machine = Machine.of(port, yard, "TRADER");

        assertThat(Visitor.json(yard.owner().get(yard.path("/members")))).hasSize(1);
        assertThat(codeOf(yard.owner()
                        .delete(yard.path(
                                "/members/" + machine.seen().at("/accountId").asString()))))
                .isEqualTo("organisation.member-not-found");
    }

    @Test
    void whenAProgramWasLastUsedIsSeen() {
        var yard = Yard.filed(database, port, "使用记录");
        var machine = Machine.of(port, yard, "TRADER");

        assertThat(machine.seen().at("/lastUsedAt").isNull()).isFalse();
    }

    @Test
    void tokenRequestsAreRefusedInTheWordsOfTheStandard() {
        var machine = Machine.of(port, Yard.filed(database, port, "规范"), "TRADER");
        var id = machine.id();
        var secret = machine.secret();

        assertThat(errorOf(machine.askToken(id, secret, Map.of("grant_type", "password")), 400))
                .isEqualTo("unsupported_grant_type");
        assertThat(errorOf(machine.askToken(id, secret, Map.of("scope", "finance")), 400))
                .isEqualTo("invalid_scope");
        assertThat(errorOf(machine.askToken(id, secret, Map.of("scope", "trader everything")), 400))
                .isEqualTo("invalid_scope");
        assertThat(errorOf(machine.askToken(id, "wrong", Map.of()), 401)).isEqualTo("invalid_client");
        assertThat(errorOf(machine.askToken("nobody", secret, Map.of()), 401)).isEqualTo("invalid_client");
        assertThat(errorOf(machine.askToken(UUID.randomUUID().toString(), secret, Map.of()), 401))
                .isEqualTo("invalid_client");
        assertThat(errorOf(form("client_id=" + id), 400)).isEqualTo("invalid_request");
        assertThat(errorOf(form("grant_type=client_credentials&grant_type=client_credentials"), 400))
                .isEqualTo("invalid_request");
        assertThat(errorOf(form("grant_type=client_credentials"), 401)).isEqualTo("invalid_client");
    }

    @Test
    void theSecretMayComeInTheHeader() {
        var machine = Machine.of(port, Yard.filed(database, port, "表头"), "TRADER", "WEIGHER");

        var answer = Machine.anybody(port)
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(machine.id(), machine.secret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("grant_type=client_credentials")
                .exchange();
        answer.expectHeader().valueEquals("Cache-Control", "no-store");
        var token = Visitor.json(answer);
        assertThat(token.at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(token.at("/expires_in").asInt()).isEqualTo(3_600);
        assertThat(token.at("/scope").asString()).isEqualTo("trader weigher");

        Machine.anybody(port)
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(machine.id(), "wrong"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("grant_type=client_credentials")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Basic realm=\"xunshi\"");
    }

    @Test
    void programsFindTheTokenEndpointByThemselves() {
        var metadata = Visitor.json(Machine.anybody(port)
                .get()
                .uri("/.well-known/oauth-authorization-server")
                .exchange());

        assertThat(metadata.at("/token_endpoint").asString())
                .isEqualTo(metadata.at("/issuer").asString() + "/oauth2/token");
        assertThat(metadata.at("/grant_types_supported/0").asString()).isEqualTo("client_credentials");
        assertThat(metadata.at("/scopes_supported")).hasSize(4);
    }

    @Test
    void aMadeUpTokenIsNoWayAroundTheCsrfCheckOfASession() {
        var person = new Visitor(port).signUp("某人");

        var refused = person.request(HttpMethod.POST, "/api/v1/my/saved-searches")
                .header("Authorization", "Bearer made-up")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchange();

        assertThat(codeOf(refused)).isEqualTo("http.token-not-valid");
    }

    private ResponseSpec tokenFor(Machine machine, String secret) {
        return machine.askToken(machine.id(), secret, Map.of());
    }

    private ResponseSpec form(String body) {
        return Machine.anybody(port)
                .post()
                .uri("/oauth2/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange();
    }

    private static String errorOf(ResponseSpec response, int status) {
        response.expectStatus().isEqualTo(status);
        return bodyOf(response).at("/error").asString();
    }

    private static JsonNode bodyOf(ResponseSpec response) {
        return JsonMapper.shared()
                .readTree(response.expectBody(byte[].class).returnResult().getResponseBody());
    }
}
