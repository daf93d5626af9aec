package io.xunshi.platform.corner;

import io.xunshi.platform.Officials;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.corner.domain.Isbn;
import io.xunshi.platform.identity.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A school with a book corner in an open term, a librarian at its till, and a class; tests tell what they do there. */
public final class School {
    /** A registrant element far beyond what any agency has given out: no such book exists. */
    private static final AtomicInteger NEXT_BOOK = new AtomicInteger(999_000_000);

    private static final String DESK = "/api/v1/my/book-corner";

    private final Visitor administrator;
    private final Visitor librarian;
    private final JsonNode corner;
    private final String term;
    private final String classId;

    private School(DatabaseClient database, int port) {
        administrator = Officials.with(database, port, Role.ADMINISTRATOR);
        librarian = Officials.with(database, port, Role.ORGANISATION_MEMBER);
        corner = Visitor.json(administrator.post(
                "/api/v1/book-corners", Map.of("librarianContact", librarian.contact(), "profile", profile())));
        term = openTerm(2026, "AUTUMN").at("/id").asString();
        classId = addClass(2);
    }

    public static School opened(DatabaseClient database, int port) {
        return new School(database, port);
    }

    static Map<String, Object> profile() {
        return Map.of("school", "育才小学", "place", "教学楼二层走廊", "districtCode", "ZZ-JS");
    }

    public Visitor librarian() {
        return librarian;
    }

    Visitor administrator() {
        return administrator;
    }

    public String id() {
        return corner.at("/id").asString();
    }

    String code() {
        return corner.at("/code").asString();
    }

    public String term() {
        return term;
    }

    public String classId() {
        return classId;
    }

    JsonNode openTerm(int year, String half) {
        return Visitor.json(librarian.post(
                DESK + "/terms",
                Map.of("schoolYear", year, "half", half, "startsOn", year + "-09-01", "endsOn", year + 1 + "-01-20")));
    }

    String addClass(int number) {
        return Visitor.json(librarian.post(DESK + "/classes", Map.of("entryYear", 2023, "number", number)))
                .at("/id")
                .asString();
    }

    /** So many cards that can be used. */
    List<String> cards(String classId, int count) {
        var codes = unconsented(classId, count);
        consent(codes);
        return codes;
    }

    /** One that can be used. */
    public String card() {
        return cards(classId, 1).getFirst();
    }

    List<String> unconsented(String classId, int count) {
        var all = Visitor.json(librarian.post(DESK + "/cards", Map.of("classId", classId, "count", count)))
                .valueStream()
                .map(card -> card.at("/code").asString())
                .toList();
        return all.subList(all.size() - count, all.size());
    }

    void consent(List<String> codes) {
        librarian
                .post(DESK + "/consents", Map.of("cardCodes", codes, "signedOn", today().toString()))
                .expectStatus()
                .isOk();
    }

    void decide(int earnsWorn, int carryMax, int booksMax) {
        librarian
                .post(
                        DESK + "/rules",
                        Map.of(
                                "earnsGood",
                                1,
                                "earnsWorn",
                                earnsWorn,
                                "takeCosts",
                                1,
                                "carryMax",
                                carryMax,
                                "booksMax",
                                booksMax,
                                "loanDays",
                                14))
                .expectStatus()
                .isCreated();
    }

    /** A book that nobody has seen before, entered. */
    public String title() {
        var isbn = unknownIsbn();
        librarian
                .post(DESK + "/titles", Map.of("isbn", isbn, "title", "小熊的一天 " + isbn, "authors", "某人"))
                .expectStatus()
                .isCreated();
        return isbn;
    }

    static String unknownIsbn() {
        return Isbn.ofFirstTwelve("979" + NEXT_BOOK.getAndIncrement()).digits();
    }

    /** A copy that stands on the shelf; its label. */
    public String onShelf(String isbn) {
        return Visitor.json(scan("GIVE", null, isbn)).at("/copyCode").asString();
    }

    public ResponseSpec scan(String kind, @Nullable String card, String book) {
        return scan(UUID.randomUUID().toString(), kind, card, book);
    }

    public ResponseSpec scan(String id, String kind, @Nullable String card, String book) {
        return scan(librarian, id, kind, card, book, "GOOD");
    }

    ResponseSpec scan(Visitor till, String id, String kind, @Nullable String card, String book, String condition) {
        var body = new HashMap<String, Object>(Map.of("kind", kind, "book", book, "condition", condition));
        if (card != null) {
            body.put("card", card);
        }
        return till.put(DESK + "/scans/" + id, body);
    }

    ResponseSpec undo(String id) {
        return librarian.request(HttpMethod.DELETE, DESK + "/scans/" + id).exchange();
    }

    JsonNode reader(String card) {
        return Visitor.json(librarian.get(DESK + "/cards/" + card));
    }

    int credits(String card) {
        return reader(card).at("/credits").intValue();
    }

    JsonNode counts() {
        return Visitor.json(librarian.get(DESK)).at("/corner/counts");
    }

    JsonNode report() {
        return Visitor.json(librarian.get(DESK + "/terms/" + term + "/report"));
    }

    /** A colleague at another till. */
    Visitor colleague(DatabaseClient database, int port) {
        var colleague = Officials.with(database, port, Role.ORGANISATION_MEMBER);
        administrator
                .post("/api/v1/book-corners/" + id() + "/librarians", Map.of("contact", colleague.contact()))
                .expectStatus()
                .isNoContent();
        return colleague;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
