package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.listing.usecase.ComparePhotos;
import io.xunshi.platform.media.domain.Pictures;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Somebody offers a thing with another seller's photo. */
@PlatformTest
class CopiedPhotosIT {
    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ComparePhotos comparePhotos;

    private BufferedImage picture;
    private Visitor owner;
    private Visitor copier;
    private Visitor moderator;
    private String original;

    @BeforeEach
    void somebodyOffersAThingWithTheirOwnPhoto() {
        picture = Pictures.scene(System.nanoTime());
        owner = new Visitor(port).signUp("原主");
        copier = new Visitor(port).signUp("盗图的人");
        moderator = Officials.with(database, port, Role.MODERATOR);
        original = idOf(published(owner, picture));
    }

    @Test
    void aModeratorSeesBothPhotosAndTheListingStaysPublicMeanwhile() {
        var copy = idOf(published(copier, Pictures.cropped(picture)));

        await().untilAsserted(() -> assertThat(casesOf(copy)).hasSize(1));

        var open = casesOf(copy).getFirst();
        assertThat(open.at("/kind").asString()).isEqualTo("PHOTOS");
        assertThat(open.at("/rules/0/id").asString()).isEqualTo("photo-of-another");
        assertThat(open.at("/alike/0/listingId").asString()).isEqualTo(original);
        assertThat(open.at("/alike/0/photo/id").asString())
                .isNotEqualTo(open.at("/alike/0/other/id").asString());
        assertThat(stateOf(copy)).isEqualTo("PUBLISHED");
        assertThat(casesOf(original)).isEmpty();
    }

    @Test
    void aPictureThatWasJudgedForeignIsRefusedFromThenOnButNotFromItsOwner() {
        var copy = idOf(published(copier, Pictures.scaled(picture, 640, 480)));
        decide(copy, Map.of("approved", false, "reason", "MISLEADING"));

        assertThat(stateOf(copy)).isEqualTo("WITHDRAWN");
        publish(new Visitor(port).signUp("又一个"), Pictures.mirrored(picture))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.rules[0].id")
                .isEqualTo("photo-judged-foreign");
        published(owner, picture);
    }

    @Test
    void aPictureThatWasJudgedFreeIsNeverAskedAboutAgain() {
        var first = idOf(published(copier, picture));
        decide(first, Map.of("approved", true));
        assertThat(stateOf(first)).isEqualTo("PUBLISHED");

        var next = idOf(published(new Visitor(port).signUp("又一个"), picture));
        comparePhotos.compare(new ListingId(UUID.fromString(next))).block();

        assertThat(casesOf(next)).isEmpty();
    }

    @Test
    void anAppealThatSucceedsFreesThePictureThoughTheOtherHasLeftTheMarket() {
        var copy = idOf(published(copier, picture));
        decide(copy, Map.of("approved", false, "reason", "STOLEN"));
        copier.post("/api/v1/listings/" + copy + "/appeal", Map.of("words", "这是厂家的宣传图"))
                .expectStatus()
                .isCreated();
        owner.post("/api/v1/listings/" + original + "/withdrawal", Map.of())
                .expectStatus()
                .is2xxSuccessful();
        moderator = Officials.with(database, port, Role.MODERATOR);

        decide(copy, Map.of("approved", true));

        assertThat(stateOf(copy)).isEqualTo("PUBLISHED");
        published(new Visitor(port).signUp("又一个"), picture);
    }

    @Test
    void onesOwnThingMayBeOfferedAgainWithTheSamePhoto() {
        var again = idOf(published(owner, picture));
        comparePhotos.compare(new ListingId(UUID.fromString(again))).block();

        assertThat(casesOf(again)).isEmpty();
    }

    private static JsonNode published(Visitor seller, BufferedImage picture) {
        return Visitor.json(publish(seller, picture));
    }

    private static ResponseSpec publish(Visitor seller, BufferedImage picture) {
        var offer = Goods.bookcase(seller);
        offer.put("photoIds", List.of(Goods.photo(seller, Pictures.jpeg(picture))));
        var draft = idOf(Visitor.json(seller.post("/api/v1/listings", offer)));
        return seller.post("/api/v1/listings/" + draft + "/publication", Map.of());
    }

    private void decide(String listing, Map<String, Object> decision) {
        await().untilAsserted(() -> assertThat(casesOf(listing)).hasSize(1));
        moderator
                .post("/api/v1/moderation/cases/" + idOf(casesOf(listing).getFirst()) + "/decision", decision)
                .expectStatus()
                .isOk();
    }

    /** Others wait in the same queue. */
    private List<JsonNode> casesOf(String listing) {
        var found = new ArrayList<JsonNode>();
        var path = "/api/v1/moderation/cases?limit=60";
        for (var next = path; !next.isEmpty(); ) {
            var page = Visitor.json(moderator.get(next));
            StreamSupport.stream(page.at("/items").spliterator(), false)
                    .filter(one -> one.at("/listingId").asString().equals(listing))
                    .forEach(found::add);
            next = page.at("/nextCursor").isNull()
                    ? ""
                    : path + "&cursor=" + page.at("/nextCursor").asString();
        }
        return found;
    }

    private String stateOf(String listing) {
        return Visitor.json(copier.get("/api/v1/listings/" + listing))
                .at("/state")
                .asString();
    }

    private static String idOf(JsonNode thing) {
        return thing.at("/id").asString();
    }
}
