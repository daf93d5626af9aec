package io.xunshi.platform.counterparty;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.exchange.Yard;
import io.xunshi.platform.fulfilment.Haul;
import io.xunshi.platform.invoicing.Settled;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** How others keep their deals, in figures that tell of no single one. */
@PlatformTest
class CounterpartyRecordIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void anOrganisationSeesItsOwnFactsFromTheFirstDealOnAndOthersDoNot() {
        var deal = Settled.closed(database, port);

        var own = record(deal.seller().owner(), deal.seller());
        assertThat(own.at("/isOwn").asBoolean()).isTrue();
        assertThat(own.at("/asSeller/deals").asInt()).isEqualTo(1);
        assertThat(own.at("/asSeller/dispatched").asInt()).isEqualTo(1);
        assertThat(own.at("/asSeller/grams").asLong()).isEqualTo(20_000_000);
        assertThat(own.at("/asSeller/scaleDifferencePpm").asLong()).isZero();
        assertThat(own.at("/asSeller/isPublished").asBoolean()).isFalse();
        var buyer = record(deal.buyer().owner(), deal.buyer());
        assertThat(buyer.at("/asBuyer/bills").asInt()).isEqualTo(2);
        assertThat(buyer.at("/asBuyer/paidOnTime").asInt()).isEqualTo(2);

        var seen = record(deal.buyer().owner(), deal.seller());
        assertThat(seen.at("/isOwn").asBoolean()).isFalse();
        assertThat(seen.at("/asSeller").isNull()).isTrue();
        assertThat(seen.at("/asBuyer").isNull()).isTrue();
    }

    @Test
    void withFiveDealsAndThreePartnersEverybodySeesThem() {
        var deal = Settled.closed(database, port);
        perform(deal.seller(), 4, 2);

        var seen = record(new Visitor(port).signUp("来客"), deal.seller());

        assertThat(seen.at("/asSeller/deals").asInt()).isEqualTo(5);
        assertThat(seen.at("/asSeller/partners").asInt()).isEqualTo(3);
        assertThat(seen.at("/asSeller/dispatched").asInt()).isEqualTo(1);
        assertThat(seen.at("/asBuyer").isNull()).isTrue();
    }

    @Test
    void aClaimStandsInTheRecordWithWhatTheSellerSaysToIt() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("DEDUCTION", 10_000)).expectStatus().isCreated();
        assertThat(codeOf(reply(haul, haul.seller(), haul.seller().owner()))).isEqualTo("counterparty.no-claim");
        haul.post(haul.seller(), "/claim/agreement", Map.of()).expectStatus().isOk();

        reply(haul, haul.seller(), haul.seller().owner()).expectStatus().isOk();
        reply(haul, haul.seller(), haul.seller().owner()).expectStatus().isOk();

        var own = record(haul.seller().owner(), haul.seller());
        assertThat(own.at("/asSeller/upheld").asInt()).isEqualTo(1);
        assertThat(own.at("/asSeller/claims")).hasSize(1);
        assertThat(own.at("/asSeller/claims/0/reply").asString()).isEqualTo("打包带已改用可回收材料");
        assertThat(own.at("/asSeller/claims/0/dealId").asString()).isEqualTo(haul.deal());
        perform(haul.seller(), 4, 2);
        var seen = record(haul.buyer().owner(), haul.seller()).at("/asSeller/claims/0");
        assertThat(seen.at("/reply").asString()).isEqualTo("打包带已改用可回收材料");
        assertThat(seen.at("/dealId").isNull()).isTrue();
    }

    @Test
    void onlyTheSidesOfAClaimReply() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("DEDUCTION", 10_000)).expectStatus().isCreated();
        haul.post(haul.seller(), "/claim/agreement", Map.of()).expectStatus().isOk();
        var stranger = Yard.filed(database, port, "旁人");

        assertThat(codeOf(reply(haul, stranger, stranger.owner()))).isEqualTo("counterparty.no-claim");
        assertThat(codeOf(reply(haul, haul.seller(), stranger.owner()))).isEqualTo("organisation.not-a-member");
        assertThat(codeOf(reply(haul, haul.seller(), haul.seller().member("WEIGHER"))))
                .isEqualTo("organisation.role-missing");
        assertThat(codeOf(stranger.owner().get("/api/v1/organisations/" + UUID.randomUUID() + "/record")))
                .isEqualTo("counterparty.organisation-not-found");
    }

    private static ResponseSpec reply(Haul haul, Yard side, Visitor who) {
        return who.put(
                "/api/v1/deals/" + haul.deal() + "/claim-reply",
                Map.of("organisationId", side.id(), "words", "打包带已改用可回收材料"));
    }

    private static JsonNode record(Visitor who, Yard yard) {
        return Visitor.json(who.get("/api/v1/organisations/" + yard.id() + "/record"));
    }

    /** More deals in which nothing came, with some buyers whom nobody else knows. */
    private void perform(Yard seller, int deals, int buyers) {
        for (int number = 0; number < deals; number++) {
            database.sql("""
                            insert into fulfilment.fulfilment (deal, seller, buyer, state, cause, signed_at, since)
                            values (gen_random_uuid(), :seller::uuid, md5(:seller || :buyer)::uuid, 'NOT_DELIVERED',
                                    'NOT_DISPATCHED', now() - interval '30 days', now())
                            """)
                    .bind("seller", seller.id())
                    .bind("buyer", String.valueOf(number % buyers))
                    .then()
                    .block();
        }
    }
}
