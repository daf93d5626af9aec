package io.xunshi.platform.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** Reactions share a transaction; one that fails takes none of the others with it. */
@FaultTest
class BrokenReactionIT {

    private static final int TOGETHER = 8;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @AfterEach
    void mend() {
        database.sql("alter table if exists interest.broken rename to told_listing")
                .then()
                .block();
    }

    @Test
    void theOthersTakeEffectAtOnceAndItselfWhenItCan() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = "/" + Goods.published(seller).at("/id").asString();
        var saver = new Visitor(port).signUp("收藏的人");
        saver.put("/api/v1/my/saved-items" + listing, Map.of()).expectStatus().isNoContent();
        var follower = new Visitor(port).signUp("关注的人");
        follower.put("/api/v1/my/follows/" + accountOf(seller), Map.of())
                .expectStatus()
                .isNoContent();
        seller.post("/api/v1/listings" + listing + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        database.sql("alter table interest.told_listing rename to broken")
                .then()
                .block();

        seller.post("/api/v1/listings" + listing + "/publication", Map.of())
                .expectStatus()
                .isOk();

        await().untilAsserted(() -> assertThat(noticesOf(saver)).containsExactly("SAVED_AVAILABLE"));
        assertThat(noticesOf(follower)).isEmpty();

        mend();

        await().untilAsserted(() -> assertThat(noticesOf(follower)).containsExactly("SELLER_LISTED"));
        assertThat(noticesOf(saver)).containsExactly("SAVED_AVAILABLE");
    }

    @Test
    void oneOfManyThatWaitHoldsUpNoneOfTheOthers() {
        var seller = new Visitor(port).signUp("卖家");
        var follower = new Visitor(port).signUp("关注的人");
        follower.put("/api/v1/my/follows/" + accountOf(seller), Map.of())
                .expectStatus()
                .isNoContent();
        database.sql("alter table interest.told_listing rename to broken")
                .then()
                .block();
        var listings = Stream.generate(() -> Goods.published(seller).at("/id").asString())
                .limit(TOGETHER)
                .toList();
        database.sql("alter table interest.broken add constraint unlucky check (listing_id <> '" + listings.getFirst()
                        + "')")
                .then()
                .block();

        mend();

        await().untilAsserted(() -> assertThat(noticesOf(follower)).hasSize(TOGETHER - 1));

        database.sql("alter table interest.told_listing drop constraint unlucky")
                .then()
                .block();

        await().untilAsserted(() -> assertThat(noticesOf(follower)).hasSize(TOGETHER));
    }

    private static String accountOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private static List<String> noticesOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/notifications"))
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/kind").asString())
                .toList();
    }
}
