package io.xunshi.platform.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Refusals;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.consignment.Shop;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import io.xunshi.platform.regulation.Handset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Certified appraisals, from the booking to what a buyer's order keeps of them. */
@PlatformTest
class AppraisalIT {
    private static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Visitor seller;
    private Shop shop;
    private Visitor administrator;

    @BeforeEach
    void somebodySellsAndAPointHasALicensedAppraiser() {
        seller = new Visitor(port).signUp("卖家");
        shop = Shop.opened(database, port);
        administrator = Officials.with(database, port, Role.ADMINISTRATOR);
        licensed(List.of("furniture", "phone"), TODAY.plusYears(1))
                .expectStatus()
                .isOk();
    }

    @Test
    void aCertificateIsReadByEverybodyAndFrozenWithTheOrder() {
        var listing = Goods.published(seller).at("/id").asString();
        var code = booked(listing);

        var certificate = Visitor.json(certify(code, finding()));

        assertThat(certificate.at("/pointName").asString()).isEqualTo("经三路寄卖点");
        assertThat(certificate.at("/sha256").asString()).matches("[0-9a-f]{64}");
        var seen = Visitor.json(new Visitor(port).get("/api/v1/appraisal-certificates/" + code));
        assertThat(seen).isEqualTo(certificate);
        assertThat(seen.at("/ofThisVersion").asBoolean()).isTrue();
        assertThat(seen.at("/seal").asString()).isEqualTo("FQ-2026-0001");
        assertThat(markOf(listing).at("/code").asString()).isEqualTo(code);
        var trade = Trade.placed(port, seller, listing);
        assertThat(trade.seen().at("/listing/appraisal/sha256").asString())
                .isEqualTo(certificate.at("/sha256").asString());
        assertThat(trade.seen().at("/listing/appraisal/ofThisVersion").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsEditedAfterwardsIsOfAnEarlierVersionAndItsPriceIsNot() {
        var listing = Goods.published(seller);
        var code = booked(listing.at("/id").asString());
        certify(code, finding()).expectStatus().isOk();
        var offer = Goods.bookcase(seller);
        offer.put("photoIds", List.of(listing.at("/photos/0/id").asString()));

        offer.put("price", Goods.fen(20_000));
        edit(listing, offer);
        assertThat(markOf(listing.at("/id").asString()).at("/ofThisVersion").asBoolean())
                .isTrue();

        offer.put("description", "背板是后来换的。");
        edit(listing, offer);
        assertThat(markOf(listing.at("/id").asString()).at("/ofThisVersion").asBoolean())
                .isFalse();
    }

    @Test
    void whoIsNotLicensedForSuchGoodsTodayIsRefusedByName() {
        var code = booked(Goods.published(seller).at("/id").asString());

        licensed(List.of("phone"), TODAY.plusYears(1)).expectStatus().isOk();
        assertThat(Refusals.codeOf(certify(code, finding()))).isEqualTo("appraisal.out-of-scope");
        licensed(List.of("furniture"), TODAY.minusDays(1)).expectStatus().isOk();
        assertThat(Refusals.codeOf(certify(code, finding()))).isEqualTo("appraisal.licence-not-valid");
        var stranger = Shop.opened(database, port).operator();
        assertThat(Refusals.codeOf(
                        stranger.post("/api/v1/appraisal-desk/" + code + "/certificate", findingOf(stranger))))
                .isEqualTo("appraisal.not-found");
        var unlicensed = Refusals.codeOf(stranger.get("/api/v1/my/appraiser-licence"));
        assertThat(unlicensed).isEqualTo("appraisal.no-licence");
    }

    @Test
    void nobodyAppraisesTheirOwnThing() {
        var operator = Officials.with(database, port, Role.RESIDENT, Role.POINT_OPERATOR);
        administrator
                .post("/api/v1/points/" + shop.id() + "/operators", Map.of("contact", operator.contact()))
                .expectStatus()
                .isNoContent();
        var own = Goods.published(operator).at("/id").asString();
        var code = Visitor.json(book(operator, own)).at("/booking/code").asString();
        assertThat(Refusals.codeOf(
                        operator.post("/api/v1/appraisal-desk/" + code + "/certificate", findingOf(operator))))
                .isEqualTo("appraisal.not-independent");
    }

    @Test
    void anotherPhoneThanTheListedOneGetsNoCertificate() {
        var serial = Handset.newSerial();
        var phone = Handset.drafted(seller).verifiedBy(shop.operator(), serial);
        phone.published();
        var code = booked(phone.listing());
        var finding = findingOf(shop.operator());
        finding.put(
                "answers",
                Map.of(
                        "use",
                        "used",
                        "screen",
                        "hairline",
                        "body",
                        "light",
                        "battery",
                        "85",
                        "works",
                        "all",
                        "repair",
                        "never",
                        "box",
                        "some"));

        finding.put("numberTail", "zzzz");
        assertThat(Refusals.codeOf(certify(code, finding))).isEqualTo("appraisal.other-thing");
        finding.put("numberTail", serial.substring(serial.length() - 4));
        assertThat(Visitor.json(certify(code, finding)).at("/numberTail").asString())
                .isEqualTo(serial.substring(serial.length() - 4));
        assertThat(Refusals.codeOf(certify(code, finding))).isEqualTo("appraisal.moved-on");
    }

    @Test
    void aListingIsBookedOnceAndTheBookingIsItsOwnersAlone() {
        var listing = Goods.published(seller).at("/id").asString();
        var booking = Visitor.json(book(seller, listing)).at("/booking");

        assertThat(Refusals.codeOf(book(seller, listing))).isEqualTo("appraisal.already-booked");
        assertThat(Visitor.json(new Visitor(port).get("/api/v1/listings/" + listing + "/appraisal"))
                        .at("/booking")
                        .isNull())
                .isTrue();
        assertThat(Refusals.codeOf(new Visitor(port)
                        .get("/api/v1/appraisal-certificates/"
                                + booking.at("/code").asString())))
                .isEqualTo("appraisal.not-found");
        seller.post("/api/v1/appraisals/" + booking.at("/id").asString() + "/cancellation", Map.of())
                .expectStatus()
                .isOk();
        book(seller, listing).expectStatus().isCreated();
    }

    private JsonNode markOf(String listing) {
        return Visitor.json(new Visitor(port).get("/api/v1/listings/" + listing + "/appraisal"))
                .at("/mark");
    }

    private String booked(String listing) {
        return Visitor.json(book(seller, listing)).at("/booking/code").asString();
    }

    private ResponseSpec book(Visitor owner, String listing) {
        return owner.post(
                "/api/v1/listings/" + listing + "/appraisals", Map.of("pointId", shop.id(), "day", TODAY.toString()));
    }

    private ResponseSpec certify(String code, Map<String, Object> finding) {
        return shop.operator().post("/api/v1/appraisal-desk/" + code + "/certificate", finding);
    }

    private Map<String, Object> finding() {
        return findingOf(shop.operator());
    }

    private static Map<String, Object> findingOf(Visitor appraiser) {
        return new HashMap<>(Map.of(
                "conditionCode", "GOOD",
                "answers", Map.of("use", "used", "wobble", "firm", "look", "light", "move", "smooth", "smell", "none"),
                "seal", "fq-2026-0001",
                "photoIds", List.of(Goods.photo(appraiser)),
                "low", Goods.fen(20_000),
                "high", Goods.fen(30_000)));
    }

    private ResponseSpec licensed(List<String> categories, LocalDate until) {
        var account = Visitor.json(shop.operator().get("/api/v1/session"))
                .at("/account/id")
                .asString();
        return administrator.put(
                "/api/v1/operators/" + account + "/appraiser-licence",
                Map.of(
                        "number",
                        "豫鉴评 2026-0017",
                        "categories",
                        categories,
                        "validFrom",
                        TODAY.minusYears(1).toString(),
                        "validUntil",
                        until.toString()));
    }

    private void edit(JsonNode listing, Map<String, Object> offer) {
        var path = "/api/v1/listings/" + listing.at("/id").asString();
        var version = Visitor.json(seller.get(path)).at("/version").asInt();
        seller.put(path, offer, "\"" + version + "\"").expectStatus().isOk();
    }
}
