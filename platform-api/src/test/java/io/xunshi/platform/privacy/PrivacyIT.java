package io.xunshi.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalRecord;
import io.xunshi.platform.listing.Goods;
import io.xunshi.platform.order.Trade;
import io.xunshi.transparency.verify.LogVerification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept about people, what they get of it, and how they are forgotten. */
@PlatformTest
class PrivacyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SCHEMAS =
            "table_schema not in ('pg_catalog', 'information_schema', 'public') and table_schema not like 'pg_%'";

    /** Names of columns with an id of something that is no account, wherever they stand. */
    private static final Set<String> NO_ACCOUNT = Set.of(
            "stock.organisation",
            "stock_movement.organisation",
            "stock_movement.lot_id",
            "stock_movement.holder",
            "lot_part.holder",
            "lot.seller",
            "lot_reference.seller",
            "lot.photos",
            "lot.holder",
            "lot.buyer",
            "demand.buyer",
            "site.organisation",
            "batch.counterparty",
            "batch.deal",
            "batch.lot",
            "parcel.organisation",
            "parcel.lot",
            "use.made_by",
            "client_secret.client",
            "access_token.client",
            "machine_client.organisation_id",
            "webhook_endpoint.organisation_id",
            "webhook_message.organisation_id",
            "webhook_secret.endpoint",
            "webhook_delivery.endpoint",
            "webhook_delivery.message",
            "webhook_attempt.delivery",
            "observation.deal",
            "look.thing",
            "observation.seller_group",
            "observation.buyer_group",
            "deal.deal",
            "weighing.deal",
            "weighing.load",
            "weighing.weigher",
            "settled_price.deal",
            "settled_price.seller",
            "settled_price.buyer",
            "bidding.auction",
            "bidding.seller",
            "bidding.winner",
            "proposal.lot",
            "proposal.seller",
            "proposal.buyer",
            "proposal.deal",
            "word.proposal",
            "deal.lot",
            "deal.seller",
            "deal.buyer",
            "signature.deal",
            "offer_to_match.offer",
            "alert.offer",
            "tender.buyer",
            "tender.demand",
            "tender.invited",
            "question.asker",
            "quote.supplier",
            "quote.deal",
            "told_pair.demand",
            "told_pair.lot",
            "bill.deal",
            "bill.seller",
            "bill.buyer",
            "bill.statement",
            "reply.claim",
            "reply.organisation",
            "invoice.deal",
            "invoice.statement",
            "invoice.seller",
            "invoice.buyer",
            "number.used_for",
            "purchase.organisation",
            "purchase.person",
            "purchase.receipt",
            "batch.organisation",
            "batch_row.batch",
            "batch_row.subject",
            "fulfilment.deal",
            "fulfilment.seller",
            "fulfilment.buyer",
            "ticket.deal",
            "ticket.documents",
            "sample.documents",
            "assay.documents",
            "claim_move.documents",
            "device.organisation",
            "id",
            "event_id",
            "entry_id",
            "listing_id",
            "deed_id",
            "trade_id",
            "ring_id",
            "item_id",
            "order_id",
            "auction_id",
            "deposit.bidder",
            "auction.seller",
            "auction.lot_id",
            "award.deal_id",
            "photo_id",
            "photo_ids",
            "document_id",
            "point_id",
            "search_id",
            "settlement_id",
            "movement_id",
            "scan_id",
            "set_id",
            "conversation_id",
            "consent_id",
            "hold.holder",
            "notification.subject",
            "off_link.searches",
            "copy.last_movement");

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private List<PersonalData> modules;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyColumnThatRefersToAnAccountIsDeclared() {
        var declared = records()
                .flatMap(record -> record.accountColumns().stream().map(column -> record.table() + "." + column))
                .collect(Collectors.toSet());

        var forgotten = strings("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns as c
                        where udt_name in ('uuid', '_uuid') and %s
                          and not exists (
                            select from pg_constraint
                            join pg_attribute on attrelid = conrelid and attnum = any(conkey)
                            where contype = 'f' and confrelid <> 'identity.account'::regclass and attname = column_name
                              and conrelid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass)
                        """.formatted(SCHEMAS)).stream()
                .filter(column -> !declared.contains(column))
                .filter(column -> !NO_ACCOUNT.contains(column.substring(column.lastIndexOf('.') + 1)))
                .filter(column -> !NO_ACCOUNT.contains(column.substring(column.indexOf('.') + 1)))
                .toList();

        assertThat(forgotten)
                .as(
                        "For each of these columns: if it refers to an account, declare it in the class <Module>PersonalData of"
                                + " its module's storage package (PersonalRecord.in(\"schema.table\", \"column\").about(topic,"
                                + " ground), and erasedBy(\"…\") or keptBecause(…); a new topic needs its title and purpose in"
                                + " messages/privacy*.properties). If it is the id of something else, add its name to NO_ACCOUNT in"
                                + " PrivacyIT")
                .isEmpty();
    }

    @Test
    void everyDeclarationIsOfATableThatIsThereAndSaysWhatBecomesOfIt() {
        var columns = Set.copyOf(strings("select table_schema || '.' || table_name || '.' || column_name"
                + " from information_schema.columns where " + SCHEMAS));

        assertThat(records()).allSatisfy(record -> {
            assertThat(record.accountColumns())
                    .allSatisfy(column -> assertThat(columns).contains(record.table() + "." + column));
            assertThat(record.erasures().isEmpty() && record.keptBecause() == null)
                    .as(record.table() + " says neither erasedBy nor keptBecause")
                    .isFalse();
        });
    }

    @Test
    void everythingThatIsShownHasWordsInBothLanguages() {
        var person = new Visitor(port).signUp("有话说");
        var shown = Visitor.json(person.get("/api/v1/my/privacy"));

        for (var language : List.of("en", "zh-CN")) {
            var texts = Visitor.json(person.request(HttpMethod.GET, "/api/v1/my/privacy")
                    .headers(headers -> headers.set("Accept-Language", language))
                    .exchange());
            assertThat(texts.toString())
                    .doesNotContain("privacy.topic", "privacy.ground", "privacy.kept", "privacy.consent");
        }
        assertThat(shown.at("/topics")).hasSizeGreaterThan(20);
        assertThat(topic(shown, "identity.account").at("/count").longValue()).isEqualTo(1);
    }

    @Test
    void onesArchiveIsOneZipThatOnlyItsOwnerOpensAndOnlyForAWhile() throws IOException {
        var seller = new Visitor(port).signUp("要副本的人");
        var trade = Trade.placed(port, seller, Goods.published(seller).at("/id").asString());

        refused(
                seller.post("/api/v1/my/privacy/archives", Map.of("password", "guess")),
                422,
                "identity.password-wrong");
        var id = archiveOf(seller);

        assertThat(Visitor.json(seller.get("/api/v1/my/notifications")).at("/items"))
                .anyMatch(notice -> notice.at("/kind").asString().equals("ARCHIVE_READY"));
        refused(link(trade.buyer(), id), 404, "privacy.archive-not-found");
        var path = Visitor.json(link(seller, id)).at("/path").asString();
        refused(trade.buyer().get(path), 404, "privacy.link-not-valid");

        var files = unzip(seller.get(path));
        var data = JsonMapper.shared().readTree(files.get("data.json"));
        assertThat(new String(files.get("data.json"), StandardCharsets.UTF_8))
                .contains(seller.contact(), "要副本的人", "实木书柜 五层")
                .doesNotContain(trade.buyer().contact());
        assertThat(data.at("/topics").findValuesAsString("key")).contains("identity.account", "order.purchases");
        assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8)).contains("要副本的人", "购买与出售", " CNY");
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("photos/") && name.endsWith(".jpg"));

        change("update privacy.archive set key_until = now() - interval '1 s' where id = '%s'".formatted(id));
        refused(seller.get(path), 404, "privacy.link-not-valid");
    }

    @Test
    void aNameThatIsWrongIsCorrectedByItsOwner() {
        var person = new Visitor(port).signUp("写错的名字");

        person.put("/api/v1/account/display-name", Map.of("displayName", "  写对的名字 "))
                .expectStatus()
                .isOk();

        assertThat(Visitor.json(person.get("/api/v1/session"))
                        .at("/account/displayName")
                        .asString())
                .isEqualTo("写对的名字");
        refused(
                person.put("/api/v1/account/display-name", Map.of("displayName", "x")),
                400,
                "identity.bad-display-name");
    }

    @Test
    void aConsentThatIsTakenBackLeavesNothingAndCanBeGivenAgain() {
        var listing = Goods.published(new Visitor(port).signUp("卖家")).at("/id").asString();
        var person = new Visitor(port).signUp("不想被推荐");
        see(person, listing);
        assertThat(seen(person)).hasSize(1);

        person.delete("/api/v1/my/privacy/consents/interest.traces")
                .expectStatus()
                .isNoContent();
        see(person, listing);
        assertThat(seen(person)).isEmpty();

        person.put("/api/v1/my/privacy/consents/interest.traces", Map.of())
                .expectStatus()
                .isNoContent();
        see(person, listing);
        assertThat(seen(person)).hasSize(1);
        refused(
                person.put("/api/v1/my/privacy/consents/identity.real-name", Map.of()),
                409,
                "privacy.consent-not-renewable");
    }

    @Test
    void whoLeavesOffersNothingAndBeginsNothingUntilTheyStayAfterAll() {
        var person = new Visitor(port).signUp("犹豫的人");
        var listing = Goods.published(person).at("/id").asString();

        requestErasure(person).expectStatus().isCreated();

        refused(requestErasure(person), 409, "privacy.erasure-under-way");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stateOf(person, listing)).isEqualTo("WITHDRAWN"));
        refused(publish(person, listing), 403, "identity.leaving");

        person.delete("/api/v1/my/privacy/erasure").expectStatus().isNoContent();
        publish(person, listing).expectStatus().isOk();
        refused(person.delete("/api/v1/my/privacy/erasure"), 409, "privacy.no-erasure");
    }

    @Test
    void aSellerErasedInTheMiddleOfAnOrderIsForgottenWhenTheLawLetsItAndTheBuyerKeepsEverything() throws Exception {
        var name = "不留名的卖家" + UUID.randomUUID().toString().substring(0, 6);
        var seller = new Visitor(port).signUp(name);
        var account = accountOf(seller);
        var unsold = Goods.published(seller);
        var trade = Trade.placed(port, seller, Goods.published(seller).at("/id").asString());
        trade.pay();
        trade.awaitState("PAID");
        talk(trade, unsold);

        requestErasure(seller).expectStatus().isCreated();
        lookAgain(account);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hindrances(seller)).contains("order.purchases"));
        assertThat(isErased(account)).isFalse();

        trade.confirmed();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hindrances(seller)).contains("payment.balance"));
        payOut(trade);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hindrances(seller)).isEmpty());
        lookAgain(account);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(isErased(account)).isTrue());

        assertThat(placesOf(name)).isEmpty();
        assertThat(placesOf(seller.contact())).isEmpty();
        assertThat(placesOf("只跟你说")).isEmpty();
        refused(seller.signIn(Visitor.PASSWORD), 401, "identity.sign-in-failed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(signedIn(seller)).isFalse());
        assertThat(trade.seen().at("/seller/displayName").asString()).isEqualTo("已注销用户");
        assertThat(trade.seen().at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(trade.seen().at("/listing/title").asString()).isEqualTo("实木书柜 五层");
        trade.buyer()
                .put("/api/v1/orders/" + trade.order() + "/review", Map.of("rating", 5, "words", "很好"))
                .expectStatus()
                .is2xxSuccessful();

        assertThat(number("select count(*) from trace.salt where account = '%s'".formatted(account)))
                .isZero();
        assertThat(number("select count(*) from media.photo where owner = '%s' and kept".formatted(account)))
                .isOne();
        assertThat(number("select coalesce(sum(amount), 0)::bigint from payment.posting"))
                .isZero();
        assertThat(new LogVerification(this::logFile).verify().checkpoint().size())
                .isPositive();
        seller.signUp("回来的人");
        assertThat(accountOf(seller)).isNotEqualTo(account);
    }

    private Stream<PersonalRecord> records() {
        return modules.stream().flatMap(module -> module.records().stream());
    }

    private String archiveOf(Visitor person) {
        person.post("/api/v1/my/privacy/archives", Map.of("password", Visitor.PASSWORD))
                .expectStatus()
                .isAccepted();
        await().atMost(PATIENCE).until(() -> archive(person).at("/ready").asBoolean());
        return archive(person).at("/id").asString();
    }

    private static JsonNode archive(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/privacy")).at("/archive");
    }

    private static ResponseSpec link(Visitor person, String archive) {
        return person.post("/api/v1/my/privacy/archives/" + archive + "/links", Map.of("password", Visitor.PASSWORD));
    }

    private static ResponseSpec requestErasure(Visitor person) {
        return person.post("/api/v1/my/privacy/erasure", Map.of("password", Visitor.PASSWORD));
    }

    private static ResponseSpec publish(Visitor person, String listing) {
        return person.post("/api/v1/listings/" + listing + "/publication", Map.of());
    }

    private static String stateOf(Visitor person, String listing) {
        return Visitor.json(person.get("/api/v1/listings/" + listing))
                .at("/state")
                .asString();
    }

    /** The buyer asks about another thing, and gets an answer that led to no trade. */
    private static void talk(Trade trade, JsonNode listing) {
        var conversation = Visitor.json(trade.buyer()
                        .post("/api/v1/listings/" + listing.at("/id").asString() + "/conversations", Map.of()))
                .at("/id")
                .asString();
        trade.seller()
                .post("/api/v1/conversations/" + conversation + "/messages", Map.of("text", "只跟你说，不卖了"))
                .expectStatus()
                .is2xxSuccessful();
    }

    /** The seller takes all of it, and the provider says that it has arrived. */
    private static void payOut(Trade trade) {
        var available = Visitor.json(trade.seller().get("/api/v1/my/balance")).at("/available");
        trade.seller()
                .post("/api/v1/my/payouts", Map.of("amount", available))
                .expectStatus()
                .isCreated();
        await().atMost(PATIENCE).untilAsserted(() -> {
            OutsideWorld.simulation().payouts().stream()
                    .filter(payout -> payout.at("/amount").equals(available.at("/amount")))
                    .forEach(payout -> trade.hearAbout(payout.at("/id").asString()));
            assertThat(hindrances(trade.seller())).doesNotContain("payment.underway");
        });
    }

    /** As if the days had passed. */
    private void lookAgain(String account) {
        change("""
                update privacy.erasure
                set due_at = now() - interval '3 hours', next_look_at = now() - interval '1 s',
                    clear_since = now() - interval '2 hours'
                where account = '%s' and next_look_at is not null
                """.formatted(account));
    }

    private boolean isErased(String account) {
        return number("select count(*) from privacy.erasure where erased_at is not null and account = '%s'"
                        .formatted(account))
                == 1;
    }

    private static List<String> hindrances(Visitor person) {
        return StreamSupport.stream(
                        Visitor.json(person.get("/api/v1/my/privacy/hindrances"))
                                .at("/items")
                                .spliterator(),
                        false)
                .map(item -> item.at("/code").asString())
                .toList();
    }

    /** All columns of all tables that hold these words. */
    private List<String> placesOf(String words) {
        return strings("""
                        select table_schema || '.' || table_name || ':' || column_name
                        from information_schema.columns
                        where data_type in ('text', 'jsonb', 'ARRAY', 'character varying') and %s
                        """.formatted(SCHEMAS)).stream()
                .filter(place -> number("select count(*) from %s where \"%s\"::text like '%%%s%%'"
                                .formatted(
                                        place.substring(0, place.indexOf(':')),
                                        place.substring(place.indexOf(':') + 1),
                                        words))
                        > 0)
                .toList();
    }

    private static String accountOf(Visitor person) {
        return Visitor.json(person.get("/api/v1/session")).at("/account/id").asString();
    }

    private static boolean signedIn(Visitor person) {
        return !Visitor.json(person.get("/api/v1/session")).at("/account").isNull();
    }

    private static JsonNode topic(JsonNode privacy, String key) {
        return StreamSupport.stream(privacy.at("/topics").spliterator(), false)
                .filter(topic -> topic.at("/key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void see(Visitor person, String listing) {
        person.put("/api/v1/my/seen-items/" + listing, Map.of()).expectStatus().isNoContent();
    }

    private static JsonNode seen(Visitor person) {
        return Visitor.json(person.get("/api/v1/my/seen-items")).at("/items");
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private static Map<String, byte[]> unzip(ResponseSpec answer) throws IOException {
        var bytes = answer.expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Objects.requireNonNull(bytes)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private List<String> strings(String select) {
        return Objects.requireNonNull(
                database.sql(select).mapValue(String.class).all().collectList().block());
    }

    private long number(String select) {
        return Objects.requireNonNull(
                database.sql(select).mapValue(Long.class).one().block());
    }

    private void change(String statement) {
        database.sql(statement).then().block();
    }

    private byte[] logFile(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(path + " was answered with " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
