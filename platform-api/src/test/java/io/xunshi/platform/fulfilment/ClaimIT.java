package io.xunshi.platform.fulfilment;

import static io.xunshi.platform.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.fulfilment.usecase.RunFulfilmentTimers;
import io.xunshi.platform.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** What becomes of readings that differ, and of goods that are not as they should be. */
@PlatformTest
class ClaimIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RunFulfilmentTimers runFulfilmentTimers;

    @Test
    void readingsThatAreFarApartGoToTheUmpireAndTheLoserIsNamed() {
        var haul = Haul.signed(database, port).sampled();
        haul.report(haul.seller(), 9_750, 120).expectStatus().isCreated();
        haul.report(haul.buyer(), 9_650, 120).expectStatus().isCreated();
        assertThat(haul.state()).isEqualTo("DISPUTED");
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);
        var path = "/api/v1/fulfilment-cases/" + haul.deal();
        assertThat(codeOf(officer.post(path + "/umpire-assay", Haul.reading(9_670, 120))))
                .isEqualTo("fulfilment.no-umpire");

        var laboratory = Map.of("laboratory", "河南省产品质量检验院");
        haul.post(haul.seller(), "/umpire", laboratory).expectStatus().isOk();
        assertThat(haul.seen().at("/umpire/laboratory").isNull()).isTrue();
        haul.post(haul.buyer(), "/umpire", laboratory).expectStatus().isOk();
        officer.post(path + "/umpire-assay", Haul.reading(9_670, 120))
                .expectStatus()
                .isOk();
        var settled = Visitor.json(haul.postAs(haul.buyer().owner(), "/acceptance", Map.of()));

        // 0.8 points below: 160 yuan off each of 20 t.
        assertThat(settled.at("/statements/1/money/total").asLong()).isEqualTo(30_880_000);
        assertThat(settled.at("/statements/1/findings").valueStream())
                .extracting(finding -> finding.at("/subject").asString())
                .contains("al_pct SELLER");
    }

    @Test
    void anOfficerNamesTheUmpireWhereTheSidesDoNot() {
        var haul = Haul.signed(database, port).sampled();
        haul.report(haul.seller(), 9_750, 120).expectStatus().isCreated();
        haul.report(haul.buyer(), 9_650, 120).expectStatus().isCreated();
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);

        officer.post("/api/v1/fulfilment-cases/" + haul.deal() + "/umpire", Map.of("laboratory", "河南省产品质量检验院"))
                .expectStatus()
                .isOk();

        assertThat(haul.seen().at("/umpire/laboratory").asString()).isEqualTo("河南省产品质量检验院");
        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();
        assertThat(haul.state()).isEqualTo("ASSAYED");
        // The umpire has not read in time, so the mean counts: half a point below.
        assertThat(haul.seen().at("/outlook/price").asLong()).isEqualTo(1_550_000);
    }

    @Test
    void bothSettleOnADeductionThatTheStatementTakesOffThePrice() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("DEDUCTION", 50_000)).expectStatus().isCreated();
        assertThat(haul.state()).isEqualTo("CLAIMED");
        assertThat(codeOf(haul.offer(haul.buyer(), Haul.remedy("DEDUCTION", 40_000))))
                .isEqualTo("fulfilment.claim-not-now");

        haul.offer(haul.seller(), Haul.remedy("DEDUCTION", 20_000))
                .expectStatus()
                .isCreated();
        haul.offer(haul.buyer(), Haul.remedy("DEDUCTION", 30_000))
                .expectStatus()
                .isCreated();
        var agreed = Visitor.json(haul.post(haul.seller(), "/claim/agreement", Map.of()));

        assertThat(agreed.at("/claim/outcome/fen").asLong()).isEqualTo(30_000);
        assertThat(agreed.at("/state").asString()).isEqualTo("SETTLED");
        assertThat(agreed.at("/statements/1/money/total").asLong()).isEqualTo(30_600_000);
        assertThat(codeOf(haul.offer(haul.seller(), Haul.remedy("NONE", 0)))).isEqualTo("fulfilment.claim-not-now");
    }

    @Test
    void aSellerWhoDoesNotAnswerAgreesToWhatWasClaimed() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("DEDUCTION", 50_000)).expectStatus().isCreated();

        haul.letTimePass(database);
        runFulfilmentTimers.runDue().block();
        runFulfilmentTimers.runDue().block();

        var seen = haul.seen();
        assertThat(seen.at("/claim/ending").asString()).isEqualTo("CLAIM_UNANSWERED");
        assertThat(seen.at("/statements/1/money/total").asLong()).isEqualTo(30_200_000);
    }

    @Test
    void anOfficerWhoActsForNeitherSideDecides() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("REFUSAL", 0)).expectStatus().isCreated();
        haul.offer(haul.seller(), Haul.remedy("NONE", 0)).expectStatus().isCreated();
        haul.post(
                        haul.buyer(),
                        "/claim/evidence",
                        Map.of("words", "检验报告附后", "inspector", "SGS", "documentIds", List.of()))
                .expectStatus()
                .isCreated();
        haul.post(haul.buyer(), "/claim/escalation", Map.of()).expectStatus().isOk();
        var officer = Officials.with(database, port, Role.ADMINISTRATOR);
        assertThat(Visitor.json(officer.get("/api/v1/fulfilment-cases"))
                        .at("/items")
                        .valueStream())
                .extracting(waiting -> waiting.at("/dealId").asString())
                .contains(haul.deal());

        officer.post(
                        "/api/v1/fulfilment-cases/" + haul.deal() + "/decision",
                        Map.of("remedy", Haul.remedy("REFUSAL", 0), "reasons", "检验报告证实货物不符"))
                .expectStatus()
                .isOk();

        assertThat(haul.state()).isEqualTo("REFUSED");
        assertThat(haul.seen().at("/claim/ending").asString()).isEqualTo("CLAIM_DECIDED");
    }

    @Test
    void nobodyClaimsMoreThanThePrice() {
        var haul = Haul.signed(database, port).assayed();

        assertThat(codeOf(haul.claim(Haul.remedy("DEDUCTION", 1_560_001)))).isEqualTo("fulfilment.deduction-too-high");
        assertThat(haul.state()).isEqualTo("ASSAYED");
    }

    @Test
    void aClaimThatIsWithdrawnLeavesTheGoodsAsTheyAre() {
        var haul = Haul.signed(database, port).assayed();
        haul.claim(Haul.remedy("DEDUCTION", 50_000)).expectStatus().isCreated();

        var settled = Visitor.json(haul.postAs(haul.buyer().owner(), "/claim/withdrawal", Map.of()));

        assertThat(settled.at("/statements/1/money/total").asLong()).isEqualTo(31_200_000);
    }
}
