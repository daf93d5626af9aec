package io.xunshi.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Races;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.AccountId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** How an organisation joins, and who acts for it. */
@PlatformTest
class JoiningIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Organisations organisations;

    @Test
    void whoFoundsAnOrganisationIsItsOwnerAndWaits() {
        var firm = Firm.founded(database, port, "RECYCLER");

        var own = Visitor.json(firm.owner().get("/api/v1/my/organisations"));

        assertThat(own).hasSize(1);
        assertThat(own.at("/0/roles/0").asString()).isEqualTo("OWNER");
        assertThat(own.at("/0/organisation/state").asString()).isEqualTo("PENDING");
        assertThat(own.at("/0/organisation/districtCode").asString()).isEqualTo("ZZ-GY");
        assertThat(firm.read().at("/contactPhone").asString()).isEqualTo("0371-64350001");
    }

    @Test
    void aCodeWhoseCheckCharacterIsWrongIsRefusedAndSoIsAnUnknownDistrict() {
        var founder = new Visitor(port).signUp("创办人");
        var code = Firm.creditCode();
        var wrong = code.substring(0, 17) + (code.endsWith("1") ? "2" : "1");
        var founding = Firm.founding(wrong, "DEALER");
        founding.put("whereabouts", Firm.whereabouts("ZZ-NO", "某处"));

        var refusal = Refusals.problem(founder.post("/api/v1/organisations", founding));

        assertThat(Firm.valuesOf(refusal.at("/errors"), "/field"))
                .containsExactlyInAnyOrder("unifiedSocialCreditCode", "districtCode");
    }

    @Test
    void anOrganisationIsRegisteredOnceHoweverManyTry() throws InterruptedException, ExecutionException {
        var code = Firm.creditCode();
        var one = new Visitor(port).signUp("甲方");
        var other = new Visitor(port).signUp("乙方");

        var statuses = Races.race(List.of(
                () -> one.post("/api/v1/organisations", Firm.founding(code, "DEALER")),
                () -> other.post("/api/v1/organisations", Firm.founding(code, "DEALER"))));

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aCodeIsFreeAgainOnceItWasGivenUpOrClosed() {
        var firm = Firm.founded(database, port, "DEALER");
        var honest = new Visitor(port).signUp("真正的负责人");
        assertThat(Refusals.codeOf(honest.post("/api/v1/organisations", Firm.founding(firm.code(), "DEALER"))))
                .isEqualTo("organisation.credit-code-taken");

        firm.officer()
                .post("/api/v1/organisation-register/" + firm.id() + "/closure", Map.of("reason", "冒用"))
                .expectStatus()
                .isNoContent();

        honest.post("/api/v1/organisations", Firm.founding(firm.code(), "DEALER"))
                .expectStatus()
                .isCreated();
        assertThat(Visitor.json(firm.owner().get("/api/v1/my/organisations"))).isEmpty();
    }

    @Test
    void onlySomeMayWaitAtOnceAndOneMayBeGivenUp() {
        var firm = Firm.founded(database, port, "DEALER");
        for (int i = 0; i < 2; i++) {
            firm.owner()
                    .post("/api/v1/organisations", Firm.founding(Firm.creditCode(), "DEALER"))
                    .expectStatus()
                    .isCreated();
        }
        var fourth = Firm.founding(Firm.creditCode(), "DEALER");
        assertThat(Refusals.codeOf(firm.owner().post("/api/v1/organisations", fourth)))
                .isEqualTo("organisation.too-many-pending");

        firm.owner().delete("/api/v1/organisations/" + firm.id()).expectStatus().isNoContent();

        firm.owner().post("/api/v1/organisations", fourth).expectStatus().isCreated();
    }

    @Test
    void whereItIsIsCorrectedOnTheNewestVersionOnly() {
        var firm = Firm.founded(database, port, "DEALER");
        var elsewhere = Map.of("place", "河南省洛阳市", "contactName", "李工", "contactPhone", "0379-1234567");

        var edited = firm.owner().put("/api/v1/organisations/" + firm.id(), elsewhere, "\"1\"");

        assertThat(Visitor.json(edited).at("/districtCode").isNull()).isTrue();
        firm.owner()
                .put("/api/v1/organisations/" + firm.id(), elsewhere, "\"1\"")
                .expectStatus()
                .isEqualTo(412);
        firm.owner().get("/api/v1/organisations/" + firm.id()).expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
    }

    @Test
    void whoHasTheCodeJoinsOnceWithTheRolesItWasMadeFor() throws InterruptedException, ExecutionException {
        var firm = Firm.founded(database, port, "DEALER");
        var code = firm.invite("TRADER", "WEIGHER");
        var one = new Visitor(port).signUp("交易员");
        var other = new Visitor(port).signUp("旁人");

        var statuses = Races.race(List.of(
                () -> one.post("/api/v1/my/organisations", Map.of("code", code)),
                () -> other.post("/api/v1/my/organisations", Map.of("code", code))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        var members = Visitor.json(firm.owner().get(firm.path("/members")));
        assertThat(members).hasSize(2);
        assertThat(members.at("/1/roles").valueStream().map(JsonNode::asString)).containsExactly("TRADER", "WEIGHER");
    }

    @Test
    void whetherAContactHasAnAccountCannotBeTold() {
        var firm = Firm.founded(database, port, "DEALER");
        var known = new Visitor(port).signUp("有账号的人");

        var ofKnown = Visitor.json(invite(firm, known.contact()));
        var ofUnknown = Visitor.json(invite(firm, "13900000001"));

        assertThat(ofKnown.at("/invitation").propertyNames())
                .containsExactlyElementsOf(ofUnknown.at("/invitation").propertyNames());
        assertThat(ofUnknown.at("/code").asString())
                .hasSameSizeAs(ofKnown.at("/code").asString());
        assertThat(Visitor.json(firm.owner().get(firm.path("/invitations")))).hasSize(2);
        assertThat(Firm.noticesOf(known)).containsExactly("ORGANISATION_INVITED");
    }

    @Test
    void whoIsNamedAcceptsInTheAppOrDeclines() {
        var firm = Firm.founded(database, port, "DEALER");
        var person = new Visitor(port).signUp("会计");
        invite(firm, person.contact());
        invite(firm, person.contact());
        var invitations = Visitor.json(person.get("/api/v1/my/organisation-invitations"));
        assertThat(invitations).hasSize(2);

        answer(person, invitations.at("/0/id").asString(), "refusal")
                .expectStatus()
                .isNoContent();
        answer(person, invitations.at("/1/id").asString(), "acceptance")
                .expectStatus()
                .isOk();

        assertThat(Visitor.json(person.get("/api/v1/my/organisations"))).hasSize(1);
        assertThat(Visitor.json(person.get("/api/v1/my/organisation-invitations")))
                .isEmpty();
        answer(person, invitations.at("/1/id").asString(), "acceptance")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aWithdrawnInvitationIsWorthNothing() {
        var firm = Firm.founded(database, port, "DEALER");
        var code = firm.invite("TRADER");
        var id = Visitor.json(firm.owner().get(firm.path("/invitations")))
                .at("/0/id")
                .asString();

        firm.owner().delete(firm.path("/invitations/" + id)).expectStatus().isNoContent();

        assertThat(Refusals.codeOf(
                        new Visitor(port).signUp("迟到").post("/api/v1/my/organisations", Map.of("code", code))))
                .isEqualTo("organisation.invitation-not-valid");
    }

    @Test
    void onlyOwnersInviteChangeRolesAndHandIn() {
        var firm = Firm.founded(database, port, "DEALER");
        var trader = firm.join("TRADER");

        assertThat(Refusals.codeOf(
                        trader.post(firm.path("/invitations"), Map.of("label", "我", "roles", List.of("OWNER")))))
                .isEqualTo("organisation.role-missing");
        assertThat(Refusals.codeOf(
                        trader.put(firm.path("/members/" + idOf(trader)), Map.of("roles", List.of("OWNER")))))
                .isEqualTo("organisation.role-missing");
        trader.get("/api/v1/organisations/" + firm.id()).expectStatus().isOk();
        assertThat(Refusals.codeOf(new Visitor(port).signUp("路人").get("/api/v1/organisations/" + firm.id())))
                .isEqualTo("organisation.not-a-member");
    }

    @Test
    void anOwnerStaysWhoeverRacesWhomToLeave() throws InterruptedException, ExecutionException {
        var firm = Firm.founded(database, port, "DEALER");
        var second = firm.join("OWNER");

        var statuses = Races.race(List.of(
                () -> firm.owner().delete(firm.path("/membership")), () -> second.delete(firm.path("/membership"))));

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void whoIsDismissedActsForItNoMore() {
        var firm = Firm.active(database, port, "DEALER");
        var trader = firm.join("TRADER");
        var account = new AccountId(UUID.fromString(idOf(trader)));
        assertThat(organisations
                        .requireRole(account, firm.organisationId(), MemberRole.TRADER)
                        .block())
                .isNotNull();

        firm.owner()
                .delete(firm.path("/members/" + idOf(trader)))
                .expectStatus()
                .isNoContent();

        assertThat(organisations.membershipsOf(account).collectList().block()).isEmpty();
        assertThat(codeOfRequiring(account, firm, MemberRole.TRADER)).isEqualTo("organisation.not-a-member");
    }

    @Test
    void aRoleIsAskedForOnlyOfActiveOrganisations() {
        var waiting = Firm.founded(database, port, "DEALER");
        var owner = new AccountId(UUID.fromString(idOf(waiting.owner())));
        var active = Firm.active(database, port, "DEALER");
        var weigher = new AccountId(UUID.fromString(idOf(active.join("WEIGHER"))));

        assertThat(codeOfRequiring(owner, waiting, MemberRole.TRADER)).isEqualTo("organisation.not-active");
        assertThat(codeOfRequiring(weigher, active, MemberRole.TRADER)).isEqualTo("organisation.role-missing");
        assertThat(organisations
                        .membersOf(active.organisationId(), MemberRole.WEIGHER)
                        .collectList()
                        .block())
                .containsExactly(weigher);
    }

    private String codeOfRequiring(AccountId person, Firm firm, MemberRole role) {
        return organisations
                .requireRole(person, firm.organisationId(), role)
                .map(Membership::toString)
                .onErrorResume(refusal -> Mono.just(String.valueOf(refusal.getMessage())))
                .blockOptional()
                .orElseThrow();
    }

    private static ResponseSpec invite(Firm firm, String contact) {
        return firm.owner()
                .post(
                        firm.path("/invitations"),
                        Map.of("label", "同事", "roles", List.of("FINANCE"), "contact", contact));
    }

    private static ResponseSpec answer(Visitor person, String invitation, String answer) {
        return person.post("/api/v1/my/organisation-invitations/" + invitation + "/" + answer, Map.of());
    }

    private static String idOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }
}
