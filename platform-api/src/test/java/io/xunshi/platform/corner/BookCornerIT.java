package io.xunshi.platform.corner;

import static io.xunshi.platform.Races.race;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.transparency.record.TradeRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A school's book corner: what is swapped and lent at its till, who may do it, and what nobody gets to know. */
@PlatformTest
class BookCornerIT {
    private static final String DESK = "/api/v1/my/book-corner";

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private School school;

    @BeforeEach
    void aSchoolHasACorner() {
        school = School.opened(database, port);
    }

    @Test
    void aPupilGivesOneBookAndTakesAnother() {
        var card = school.card();
        var wanted = school.title();
        school.onShelf(wanted);
        var brought = school.title();

        var given = Visitor.json(school.scan("GIVE", card, "ISBN " + brought));
        assertThat(given.at("/credits").intValue()).isEqualTo(1);
        assertThat(given.at("/reader/credits").intValue()).isEqualTo(1);

        var taken = Visitor.json(school.scan("TAKE", card, wanted));
        assertThat(taken.at("/credits").intValue()).isEqualTo(-1);
        assertThat(taken.at("/reader/credits").intValue()).isZero();
        refused(school.scan("TAKE", card, brought), 409, "corner.too-few-credits");
        assertThat(school.counts().at("/swapped").intValue()).isEqualTo(1);
        assertThat(school.counts().at("/onShelf").intValue()).isEqualTo(1);
    }

    @Test
    void anUnknownBookIsEnteredOnceAndThenAllCornersKnowIt() {
        var isbn = School.unknownIsbn();
        var problem = refused(school.scan("GIVE", null, isbn), 422, "corner.unknown-title");
        assertThat(problem.at("/isbn").asString()).isEqualTo(isbn);
        refused(school.scan("GIVE", null, isbn.substring(0, 12) + "X"), 400, "corner.no-isbn");

        var words = Map.of("isbn", isbn, "title", "城南旧事", "authors", "林海音");
        school.librarian().post(DESK + "/titles", words).expectStatus().isCreated();

        refused(school.librarian().post(DESK + "/titles", words), 409, "corner.title-exists");
        var other = School.opened(database, port);
        assertThat(Visitor.json(other.scan("GIVE", null, isbn)).at("/title").asString())
                .isEqualTo("城南旧事");
        refused(
                other.librarian().put(DESK + "/titles/" + isbn, Map.of("title", "别的书", "authors", ""), "\"1\""),
                412,
                "http.stale");
        var corrected = Visitor.json(school.librarian()
                .put(DESK + "/titles/" + isbn, Map.of("title", "城南旧事（插图版）", "authors", "林海音"), "\"1\""));
        assertThat(corrected.at("/title").asString()).endsWith("（插图版）");
    }

    @Test
    void aScanThatIsSentAgainHappensOnce() {
        var card = school.card();
        var isbn = school.title();
        var id = UUID.randomUUID().toString();

        var first = Visitor.json(school.scan(id, "GIVE", card, isbn));
        var again = Visitor.json(school.scan(id, "GIVE", card, isbn));

        assertThat(again).isEqualTo(first);
        assertThat(school.credits(card)).isEqualTo(1);
        refused(school.scan(id, "TAKE", card, isbn), 422, "corner.scan-id-reused");
        // Whatever the answer to the first was spent on: the same scan gets its own answer.
        var taking = UUID.randomUUID().toString();
        school.scan(taking, "TAKE", card, isbn).expectStatus().isOk();
        school.scan(taking, "TAKE", card, isbn).expectStatus().isOk();
        assertThat(school.credits(card)).isZero();
    }

    @Test
    void theLastScanIsTakenBackWithAllThatItBrought() {
        var card = school.card();
        var isbn = school.title();
        var giving = UUID.randomUUID().toString();
        school.scan(giving, "GIVE", card, isbn).expectStatus().isOk();
        var taking = UUID.randomUUID().toString();
        school.scan(taking, "TAKE", card, isbn).expectStatus().isOk();

        refused(school.undo(giving), 409, "corner.credits-are-spent");
        assertThat(Visitor.json(school.undo(taking)).at("/undone").booleanValue())
                .isTrue();
        assertThat(Visitor.json(school.undo(taking)).at("/undone").booleanValue())
                .isTrue();
        assertThat(school.credits(card)).isEqualTo(1);
        // The copy has moved since it was given in, if only there and back.
        refused(school.undo(giving), 409, "corner.too-late-to-undo");

        var lending = UUID.randomUUID().toString();
        school.scan(lending, "BORROW", card, isbn).expectStatus().isOk();
        school.undo(lending).expectStatus().isOk();
        assertThat(school.reader(card).at("/booksOut").intValue()).isZero();
        assertThat(school.counts().at("/onShelf").intValue()).isEqualTo(1);
        assertThat(school.counts().at("/swapped").intValue()).isZero();
        everythingAddsUp();
    }

    @Test
    void booksAreBorrowedUpToALimitAndComeBack() {
        school.decide(0, 5, 1);
        var card = school.card();
        var isbn = school.title();
        var label = school.onShelf(isbn);
        var another = school.onShelf(school.title());

        var lent = Visitor.json(school.scan("BORROW", card, label));
        assertThat(lent.at("/dueOn").asString())
                .isEqualTo(School.today().plusDays(14).toString());
        refused(school.scan("BORROW", card, another), 409, "corner.too-many-books");
        refused(school.scan("TAKE", card, label), 409, "corner.too-few-credits");
        assertThat(school.reader(card).at("/books/0/isbn").asString()).isEqualTo(isbn);

        // Anybody may bring it back.
        school.scan("RETURN", null, label).expectStatus().isOk();
        refused(school.scan("RETURN", null, label), 409, "corner.not-lent");
        assertThat(school.reader(card).at("/booksOut").intValue()).isZero();
        // A worn book earns nothing by this school's rule.
        school.scan(school.librarian(), UUID.randomUUID().toString(), "GIVE", card, isbn, "WORN")
                .expectStatus()
                .isOk();
        assertThat(school.credits(card)).isZero();
    }

    @Test
    void aLostBookIsFoundAgain() {
        var card = school.card();
        var label = school.onShelf(school.title());
        school.scan("BORROW", card, label).expectStatus().isOk();

        school.librarian()
                .post(DESK + "/copies/" + label + "/loss", Map.of())
                .expectStatus()
                .isOk();
        assertThat(school.reader(card).at("/booksOut").intValue()).isZero();
        school.scan("RETURN", null, label).expectStatus().isOk();
        school.librarian()
                .post(DESK + "/copies/" + label + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();

        assertThat(school.counts().at("/onShelf").intValue()).isZero();
        everythingAddsUp();
    }

    @Test
    void withoutAGuardiansConsentACardCannotBeUsed() {
        var card = school.unconsented(school.classId(), 1).getFirst();
        var isbn = school.title();

        refused(school.scan("GIVE", card, isbn), 409, "corner.no-consent");
        refused(
                school.librarian()
                        .post(
                                DESK + "/consents",
                                Map.of(
                                        "cardCodes",
                                        List.of(card),
                                        "signedOn",
                                        School.today().plusDays(1).toString())),
                400,
                "corner.bad-dates");
        school.consent(List.of(card));

        school.scan("GIVE", card, isbn).expectStatus().isOk();
        assertThat(school.reader(card).at("/consentVersion").asString()).isEqualTo("2026-11");
    }

    @Test
    void withTheConsentTheReaderIsWithdrawn() {
        var card = school.card();
        var isbn = school.title();
        school.scan("GIVE", card, isbn).expectStatus().isOk();
        var label = school.onShelf(school.title());
        school.scan("BORROW", card, label).expectStatus().isOk();

        school.librarian()
                .post(DESK + "/cards/" + card + "/consent-withdrawal", Map.of())
                .expectStatus()
                .isNoContent();

        refused(school.scan("TAKE", card, isbn), 404, "corner.no-such-card");
        assertThat(number("select count(*) from corner.movement where corner_id = :corner and reader_id is not null"))
                .isZero();
        assertThat(number("select count(*) from corner.credit where corner_id = :corner and reader_id is not null"))
                .isZero();
        // The book is still out, of nobody, and can come back.
        school.scan("RETURN", null, label).expectStatus().isOk();
        everythingAddsUp();
    }

    @Test
    void aLostCardIsReplacedAndItsCreditsMove() {
        var card = school.card();
        school.scan("GIVE", card, school.title()).expectStatus().isOk();

        var replaced = Visitor.json(school.librarian().post(DESK + "/cards/" + card + "/replacement", Map.of()));

        assertThat(replaced.at("/credits").intValue()).isEqualTo(1);
        refused(school.scan("GIVE", card, school.title()), 409, "corner.card-replaced");
        assertThat(school.credits(replaced.at("/code").asString())).isEqualTo(1);
    }

    @Test
    void ofTwoTillsOneSpendsTheLastCreditAndOneGetsTheLastCopy() throws Exception {
        var colleague = school.colleague(database, port);
        for (int round = 0; round < 5; round++) {
            var card = school.card();
            var one = school.title();
            var two = school.title();
            school.onShelf(one);
            school.onShelf(two);
            school.scan("GIVE", card, school.title()).expectStatus().isOk();

            var spent = race(List.of(
                    () -> take(school.librarian(), card, one),
                    () -> take(colleague, card, two),
                    () -> take(colleague, card, one)));

            assertThat(spent).filteredOn(status -> status == 200).hasSize(1);
            assertThat(spent).filteredOn(status -> status == 409).hasSize(2);
            assertThat(school.credits(card)).isZero();

            var cards = school.cards(school.classId(), 2);
            var last = school.title();
            school.onShelf(last);
            var lent = race(List.of(
                    () -> borrow(school.librarian(), cards.getFirst(), last),
                    () -> borrow(colleague, cards.getLast(), last)));
            assertThat(lent).containsExactlyInAnyOrder(200, 409);
        }
        everythingAddsUp();
    }

    @Test
    void theSameScanOnTwoLinesHappensOnce() throws Exception {
        var card = school.card();
        var isbn = school.title();
        school.onShelf(isbn);
        school.scan("GIVE", card, school.title()).expectStatus().isOk();
        var id = UUID.randomUUID().toString();

        var statuses = race(List.of(
                () -> school.scan(id, "TAKE", card, isbn),
                () -> school.scan(id, "TAKE", card, isbn),
                () -> school.scan(id, "TAKE", card, isbn)));

        assertThat(statuses).containsOnly(200);
        assertThat(school.credits(card)).isZero();
        assertThat(school.counts().at("/swapped").intValue()).isEqualTo(1);
    }

    /** Stock and credits after whatever happened are the sums of what happened. */
    @Test
    void whateverHappensStockAndCreditsAreSumsOfMovements() {
        var random = new Random(55);
        var cards = school.cards(school.classId(), 4);
        var titles = List.of(school.title(), school.title(), school.title());
        var scans = new ArrayList<String>();
        for (int step = 0; step < 150; step++) {
            if (random.nextInt(5) == 0 && !scans.isEmpty()) {
                noFault(school.undo(scans.get(random.nextInt(scans.size()))));
                continue;
            }
            var id = UUID.randomUUID().toString();
            var kind = List.of("GIVE", "TAKE", "BORROW", "RETURN").get(random.nextInt(4));
            noFault(school.scan(id, kind, any(cards, random), any(titles, random)));
            scans.add(id);
        }
        everythingAddsUp();
    }

    @Test
    void aClassOfFewStandsAmongOthersAndATermsReportNamesNobody() {
        var many = school.cards(school.classId(), 6);
        var few = school.cards(school.addClass(3), 2);
        var isbn = school.title();
        many.forEach(card -> school.scan("GIVE", card, isbn).expectStatus().isOk());
        few.forEach(card -> school.scan("GIVE", card, isbn).expectStatus().isOk());
        school.scan("TAKE", many.getFirst(), isbn).expectStatus().isOk();

        var report = school.report();

        // Two classes of which one is too small are one row: the small one could be reckoned from the rest.
        assertThat(report.at("/classes")).isEmpty();
        assertThat(report.at("/others/given").intValue()).isEqualTo(8);
        assertThat(report.at("/mostWanted/0/isbn").asString()).isEqualTo(isbn);
        refused(
                school.librarian().get(DESK + "/terms/" + school.term() + "/report?classId=" + school.classId()),
                422,
                "corner.class-too-small");
        var csv = text(school.librarian().get(DESK + "/terms/" + school.term() + "/report.csv"));
        assertThat(csv).contains("others,,,8,8,1,0,0,0,0").contains(isbn);
        many.forEach(card -> assertThat(csv + report).doesNotContain(card));
    }

    @Test
    void aTermEndsWithItsListAndItsCredits() {
        school.decide(1, 1, 2);
        var card = school.card();
        var isbn = school.title();
        for (int i = 0; i < 3; i++) {
            school.scan("GIVE", card, isbn).expectStatus().isOk();
        }
        school.scan("BORROW", card, isbn).expectStatus().isOk();
        database.sql("update corner.copy set due_on = due_on - 30 where corner_id = :corner and state = 'LENT'")
                .bind("corner", UUID.fromString(school.id()))
                .then()
                .block();

        var overdue = Visitor.json(school.librarian().get(DESK + "/overdue"));
        assertThat(overdue.at("/0/cardCode").asString()).isEqualTo(card);
        school.librarian()
                .post(DESK + "/terms/" + school.term() + "/closing", Map.of())
                .expectStatus()
                .isOk();

        assertThat(school.credits(card)).isEqualTo(1);
        refused(school.scan("GIVE", card, isbn), 409, "corner.no-open-term");
        refused(
                school.librarian().post(DESK + "/terms/" + school.term() + "/closing", Map.of()),
                409,
                "corner.term-is-closed");
        school.openTerm(2027, "AUTUMN");
        school.scan("RETURN", card, isbn).expectStatus().isOk();
        everythingAddsUp();
    }

    @Test
    void aBookThatLeftIsSealedWithoutItsReader() {
        var card = school.card();
        var isbn = school.title();
        school.scan("GIVE", card, isbn).expectStatus().isOk();
        school.scan("TAKE", card, isbn).expectStatus().isOk();
        database.sql("""
                        update corner.departure set due_at = due_at - interval '1 hour'
                        where movement_id in (select id from corner.movement where corner_id = :corner)
                        """).bind("corner", UUID.fromString(school.id())).then().block();

        await().untilAsserted(() -> assertThat(sealed()).hasSize(1));

        var entry = sealed().getFirst();
        var record = TradeRecord.read(entry.getBytes(StandardCharsets.UTF_8));
        assertThat(record.step()).isEqualTo(TradeRecord.Step.BOOK_SWAPPED);
        assertThat(record.step().isSale()).isFalse();
        assertThat(record.priceFen()).isZero();
        assertThat(record.category()).isEqualTo("book");
        assertThat(record.particulars().point()).isEqualTo(school.code());
        assertThat(entry).doesNotContain(card).doesNotContain(isbn);
        await().untilAsserted(() -> new Visitor(port)
                .get("/api/v1/receipts/" + record.order())
                .expectStatus()
                .isOk());
    }

    @Test
    void everybodySeesTheShelfAndNobodyAReader() {
        var card = school.card();
        var isbn = school.title();
        school.scan("GIVE", card, isbn).expectStatus().isOk();
        school.scan("BORROW", card, school.onShelf(school.title()))
                .expectStatus()
                .isOk();
        var visitor = new Visitor(port);

        var shelf = text(visitor.get("/api/v1/book-corners/" + school.id() + "/titles?q=" + isbn.substring(4)));
        var corner = text(visitor.get("/api/v1/book-corners/" + school.id()));
        var all = text(visitor.get("/api/v1/book-corners?district=ZZ-JS"));

        assertThat(JsonMapper.shared().readTree(shelf).at("/items")).hasSize(1);
        assertThat(JsonMapper.shared().readTree(corner).at("/counts/onShelf").intValue())
                .isEqualTo(1);
        assertThat(all).contains(school.id());
        assertThat(shelf + corner + all)
                .doesNotContain(card)
                .doesNotContain("card")
                .doesNotContain("class");
    }

    @Test
    void forAnotherSchoolNothingOfThisOneExists() {
        var card = school.card();
        var label = school.onShelf(school.title());
        var id = UUID.randomUUID().toString();
        school.scan(id, "BORROW", card, label).expectStatus().isOk();
        var stranger = School.opened(database, port);

        refused(stranger.librarian().get(DESK + "/cards/" + card), 404, "corner.no-such-card");
        refused(stranger.scan("GIVE", card, label), 404, "corner.no-such-card");
        refused(stranger.scan("RETURN", null, label), 404, "corner.no-such-copy");
        refused(stranger.undo(id), 404, "corner.no-such-scan");
        refused(stranger.librarian().get(DESK + "/terms/" + school.term() + "/report"), 404, "corner.no-such-term");
        refused(stranger.librarian().get(DESK + "/cards?classId=" + school.classId()), 422, "corner.no-such-class");
    }

    private ResponseSpec take(Visitor till, String card, String isbn) {
        return school.scan(till, UUID.randomUUID().toString(), "TAKE", card, isbn, "GOOD");
    }

    private ResponseSpec borrow(Visitor till, String card, String isbn) {
        return school.scan(till, UUID.randomUUID().toString(), "BORROW", card, isbn, "GOOD");
    }

    /** In the database of this corner, whatever has happened in it. */
    private void everythingAddsUp() {
        assertThat(number("""
                        select count(*) from corner.stock
                        where corner_id = :corner and (on_shelf, lent) is distinct from (
                            (select coalesce(sum(shelf_delta), 0) from corner.movement
                             where movement.corner_id = stock.corner_id and movement.isbn = stock.isbn),
                            (select count(*) from corner.copy
                             where copy.corner_id = stock.corner_id and copy.isbn = stock.isbn and copy.state = 'LENT'))
                        """))
                .as("titles whose count is not the sum of their movements")
                .isZero();
        assertThat(number("""
                        select count(*) from corner.stock
                        where corner_id = :corner and on_shelf <> (
                            select count(*) from corner.copy
                            where copy.corner_id = stock.corner_id and copy.isbn = stock.isbn and copy.state = 'ON_SHELF')
                        """))
                .as("titles whose count is not that of their copies")
                .isZero();
        assertThat(number("select coalesce(sum(amount), 0) from corner.credit where corner_id = :corner"))
                .isEqualTo(number("select coalesce(sum(credits), 0) from corner.reader where corner_id = :corner"));
        assertThat(number("""
                        select count(*) from corner.reader
                        where corner_id = :corner
                          and (credits, books_out) is distinct from (
                              (select coalesce(sum(amount), 0) from corner.credit where credit.reader_id = reader.id),
                              (select count(*) from corner.copy where copy.holder = reader.id))
                        """))
                .as("readers whose credits or books are not the sum of what happened")
                .isZero();
    }

    private List<String> sealed() {
        return database.sql("""
                        select bytes from trace.entry
                        where position is not null and strpos(convert_from(bytes, 'UTF8'), :code) > 0
                        """)
                .bind("code", school.code())
                .map((row, metadata) ->
                        new String(Objects.requireNonNull(row.get("bytes", byte[].class)), StandardCharsets.UTF_8))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long number(String sql) {
        var number = database.sql(sql)
                .bind("corner", UUID.fromString(school.id()))
                .map((row, metadata) -> row.get(0, Number.class))
                .one()
                .block();
        return Objects.requireNonNull(number).longValue();
    }

    private static void noFault(ResponseSpec answer) {
        assertThat(answer.expectBody(byte[].class).returnResult().getStatus().value())
                .isLessThan(500);
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static String text(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode refused(ResponseSpec answer, int status, String code) {
        var body = answer.expectBody(byte[].class).returnResult().getResponseBody();
        var problem = JsonMapper.shared().readTree(Objects.requireNonNull(body, "an answer without a body"));
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/status").intValue()).isEqualTo(status);
        return problem;
    }
}
