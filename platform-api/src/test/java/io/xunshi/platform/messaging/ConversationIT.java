package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Two people talk about a listing. */
@PlatformTest
class ConversationIT {
    private static final int RACERS = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void bothSidesSeeTheSameInTheSameOrder() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "还在吗？");
        talk.said(talk.seller, "在的，周末可以来看");
        talk.said(talk.asker, "好");

        assertThat(talk.textsHeardBy(talk.asker)).containsExactly("还在吗？", "在的，周末可以来看", "好");
        assertThat(talk.textsHeardBy(talk.seller)).isEqualTo(talk.textsHeardBy(talk.asker));
        assertThat(talk.heardBy(talk.asker).getFirst().at("/mine").asBoolean()).isTrue();
        assertThat(talk.heardBy(talk.seller).getFirst().at("/mine").asBoolean()).isFalse();
    }

    @Test
    void thereIsOneConversationForEachListingAndAsker() {
        var talk = Talk.about(port);

        assertThat(Talk.open(talk.asker, talk.listing).at("/id").asString()).isEqualTo(talk.id);
        assertThat(Talk.about(port, talk.seller, talk.listing).id).isNotEqualTo(talk.id);
    }

    @Test
    void whatCanBeRentedShowsItsRent() {
        var listing = Goods.lent(new Visitor(port).signUp("物主"));

        var opened = Talk.open(new Visitor(port).signUp("问家"), listing.at("/id").asString());

        assertThat(opened.at("/listing/rental/alsoForSale")).isEqualTo(listing.at("/forSale"));
        assertThat(opened.at("/listing/rental/perDay")).isEqualTo(listing.at("/rental/perDay"));
    }

    @Test
    void openingAtTheSameMomentOpensOne() {
        var seller = new Visitor(port).signUp("卖家");
        var listing = Goods.published(seller).at("/id").asString();
        var asker = new Visitor(port).signUp("问家");

        var opened = IntStream.range(0, RACERS)
                .parallel()
                .mapToObj(i -> Talk.open(asker, listing).at("/id").asString())
                .distinct();

        assertThat(opened).hasSize(1);
    }

    @Test
    void messagesOfTheSameMomentHaveDifferentSequencesWithoutGaps() {
        var talk = Talk.about(port);

        var sequences = Stream.of(talk.asker, talk.seller)
                .parallel()
                .flatMap(
                        person -> IntStream.range(0, RACERS).parallel().mapToObj(i -> talk.said(person, "第" + i + "句")))
                .sorted()
                .toList();

        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * RACERS).boxed().toList());
    }

    @Test
    void aRepeatedRequestSaysItOnceAndItsKeptAnswerHasNoWords() {
        var talk = Talk.about(port);
        var key = UUID.randomUUID().toString();
        var first = Visitor.json(talk.asker.post(talk.path() + "/messages", Map.of("text", "只说一次"), key));
        var second = Visitor.json(talk.asker.post(talk.path() + "/messages", Map.of("text", "只说一次"), key));

        assertThat(second).isEqualTo(first);
        assertThat(talk.textsHeardBy(talk.seller)).containsExactly("只说一次");
        assertThat(first.toString()).doesNotContain("只说一次");
    }

    @Test
    void wordsAreEncryptedWhereTheyAreKept() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "花园路十八号见");

        var stored = database.sql("select text_cipher from messaging.message where conversation_id = :id")
                .bind("id", UUID.fromString(talk.id))
                .map(row -> new String(row.get("text_cipher", byte[].class), StandardCharsets.UTF_8))
                .one()
                .block();

        assertThat(stored).doesNotContain("花园路");
    }

    @Test
    void strangersFindNothing() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "悄悄话");
        var stranger = new Visitor(port).signUp("路人");
        var anonymous = new Visitor(port);

        for (var path : List.of("", "/messages")) {
            stranger.get(talk.path() + path).expectStatus().isNotFound();
            anonymous.get(talk.path() + path).expectStatus().isUnauthorized();
        }
        talk.says(stranger, "插嘴").expectStatus().isNotFound();
        talk.says(anonymous, "插嘴").expectStatus().isUnauthorized();
        stranger.put(talk.path() + "/read-mark", Map.of("sequence", 1))
                .expectStatus()
                .isNotFound();
        stranger.put(talk.path() + "/typing", Map.of()).expectStatus().isNotFound();
        stranger.put(talk.path() + "/block", Map.of()).expectStatus().isNotFound();
        stranger.delete(talk.path() + "/block").expectStatus().isNotFound();
        stranger.post(talk.path() + "/reports", Map.of("reason", "SPAM"))
                .expectStatus()
                .isNotFound();
        assertThat(Visitor.json(stranger.get("/api/v1/my/conversations")).at("/items"))
                .isEmpty();
    }

    @Test
    void nobodyAsksThemselvesAndNobodyAsksAboutWhatIsNotOnOffer() {
        var seller = new Visitor(port).signUp("卖家");
        var asker = new Visitor(port).signUp("问家");
        var published = Goods.published(seller).at("/id").asString();
        var draft = Visitor.json(seller.post("/api/v1/listings", Goods.bookcase(seller)))
                .at("/id")
                .asString();

        ask(seller, published).expectStatus().isEqualTo(422);
        ask(asker, draft).expectStatus().isNotFound();
        ask(asker, UUID.randomUUID().toString()).expectStatus().isNotFound();
        seller.post("/api/v1/listings/" + published + "/withdrawal", Map.of());
        ask(asker, published).expectStatus().isEqualTo(409);
    }

    @Test
    void whatIsUnreadFollowsFromTheMarkAndTheMarkOnlyMovesForward() {
        var talk = Talk.about(port);
        IntStream.rangeClosed(1, 3).forEach(i -> talk.said(talk.asker, "第" + i + "句"));
        assertThat(talk.seenBy(talk.seller).at("/unread").intValue()).isEqualTo(3);
        assertThat(Talk.unreadOf(talk.seller).at("/messages").intValue()).isEqualTo(3);
        assertThat(talk.seenBy(talk.asker).at("/unread").intValue()).isZero();

        talk.readBy(talk.seller, 2);
        talk.readBy(talk.seller, 1);

        assertThat(talk.seenBy(talk.seller).at("/unread").intValue()).isEqualTo(1);
        assertThat(talk.seenBy(talk.asker).at("/counterpartReadUpTo").longValue())
                .isEqualTo(2);

        talk.readBy(talk.seller, 999);

        assertThat(talk.seenBy(talk.seller).at("/readUpTo").longValue()).isEqualTo(3);
        talk.said(talk.asker, "第4句");
        assertThat(Talk.unreadOf(talk.seller).at("/messages").intValue()).isEqualTo(1);
    }

    @Test
    void theListIsTheLatestFirstWithTheListingAndTheLastWords() {
        var seller = new Visitor(port).signUp("卖家");
        var asker = new Visitor(port).signUp("问家");
        var first = Talk.of(seller, asker, Goods.published(seller).at("/id").asString());
        var second = Talk.of(seller, asker, Goods.published(seller).at("/id").asString());
        var silent = Talk.of(seller, asker, Goods.published(seller).at("/id").asString());
        first.said(asker, "一");
        second.said(asker, "二");
        first.said(seller, "三");

        var page = Visitor.json(asker.get("/api/v1/my/conversations?limit=1"));
        var rest = Visitor.json(asker.get("/api/v1/my/conversations?limit=1&cursor="
                + page.at("/nextCursor").asString()));

        assertThat(page.at("/items/0/id").asString()).isEqualTo(first.id);
        assertThat(page.at("/items/0/lastMessage/text").asString()).isEqualTo("三");
        assertThat(page.at("/items/0/counterpart/displayName").asString()).isEqualTo("卖家");
        assertThat(page.at("/items/0/listing/title").asString()).isEqualTo("实木书柜 五层");
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(second.id);
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
        assertThat(silent.seenBy(asker).at("/lastMessage").isNull()).isTrue();
    }

    @Test
    void theHistoryIsPagedBothWaysFromAnyPlace() {
        var talk = Talk.about(port);
        IntStream.rangeClosed(1, 7).forEach(i -> talk.said(talk.asker, "第" + i + "句"));

        assertThat(sequences(talk.heardBy(talk.seller, "?limit=3"))).containsExactly(5L, 6L, 7L);
        assertThat(sequences(talk.heardBy(talk.seller, "?limit=3&before=5"))).containsExactly(2L, 3L, 4L);
        assertThat(sequences(talk.heardBy(talk.seller, "?limit=3&after=4"))).containsExactly(5L, 6L, 7L);
        var first = Visitor.json(talk.seller.get(talk.path() + "/messages?limit=3&before=2"));
        assertThat(first.at("/olderBefore").isNull()).isTrue();
        assertThat(first.at("/newerAfter").longValue()).isEqualTo(1);
        talk.seller.get(talk.path() + "/messages?before=-1").expectStatus().isBadRequest();
    }

    @Test
    void photosAreThoseOfTheSender() {
        var talk = Talk.about(port);
        var photo = Goods.photo(talk.asker);

        assertThat(Visitor.json(talk.asker.post(talk.path() + "/messages", Map.of("photoIds", List.of(photo))))
                        .at("/sequence")
                        .longValue())
                .isEqualTo(1);
        talk.seller
                .post(talk.path() + "/messages", Map.of("photoIds", List.of(photo)))
                .expectStatus()
                .isEqualTo(409);

        var heard = talk.heardBy(talk.seller).getFirst();
        assertThat(heard.at("/photos/0/id").asString()).isEqualTo(photo);
        assertThat(talk.seenBy(talk.seller).at("/lastMessage/photoCount").intValue())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoMessageIsRefusedInWords() {
        var talk = Talk.about(port);

        for (var text : List.of("", "   \n ", "字".repeat(1001), "a\u202Eb", "a\u0000b")) {
            talk.says(talk.asker, text)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("text");
        }
        assertThat(talk.said(talk.asker, "字".repeat(1000))).isEqualTo(1);
        talk.asker
                .post(
                        talk.path() + "/messages",
                        Map.of(
                                "photoIds",
                                Stream.generate(UUID::randomUUID).limit(7).toList()))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whoIsBlockedReadsAndWritesNoMore() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "便宜点");
        assertThat(Visitor.json(talk.seller.put(talk.path() + "/block", Map.of()))
                        .at("/blocking")
                        .asBoolean())
                .isTrue();

        talk.says(talk.asker, "再便宜点")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("messaging.blocked");
        talk.says(talk.seller, "不").expectStatus().isForbidden();
        assertThat(talk.seenBy(talk.asker).at("/writable").asBoolean()).isFalse();
        assertThat(talk.textsHeardBy(talk.asker)).containsExactly("便宜点");

        talk.seller.delete(talk.path() + "/block").expectStatus().isOk();
        assertThat(talk.said(talk.asker, "好吧")).isEqualTo(2);
    }

    @Test
    void aBlockHoldsInEveryConversationOfTheTwo() {
        var seller = new Visitor(port).signUp("卖家");
        var asker = new Visitor(port).signUp("问家");
        var one = Talk.of(seller, asker, Goods.published(seller).at("/id").asString());
        var other = Talk.of(seller, asker, Goods.published(seller).at("/id").asString());

        seller.put(one.path() + "/block", Map.of()).expectStatus().isOk();

        other.says(asker, "换一件问").expectStatus().isForbidden();
    }

    @Test
    void aReportFreezesWhatWasSaid() {
        var talk = Talk.about(port);
        talk.said(talk.asker, "骗人的话");
        var report =
                Visitor.json(talk.seller.post(talk.path() + "/reports", Map.of("reason", "FRAUD", "remark", "要我站外付款")));

        var stored = database.sql(
                        "select reported, reason, length(excerpt_hash) as hash from messaging.report where id = :id")
                .bind("id", UUID.fromString(report.at("/id").asString()))
                .map(row -> "%s %s".formatted(row.get("reason", String.class), row.get("hash", Integer.class)))
                .one()
                .block();

        assertThat(stored).isEqualTo("FRAUD 32");
        talk.seller
                .post(talk.path() + "/reports", Map.of("reason", "BOREDOM"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whoSendsFasterThanPeopleTalkIsSlowedDown() {
        var talk = Talk.about(port);
        IntStream.range(0, 30).forEach(i -> talk.said(talk.asker, "第" + i + "句"));

        talk.says(talk.asker, "又一句")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "60");
    }

    private static ResponseSpec ask(Visitor person, String listing) {
        return person.post("/api/v1/listings/" + listing + "/conversations", Map.of());
    }

    private static List<Long> sequences(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.at("/sequence").longValue())
                .toList();
    }
}
