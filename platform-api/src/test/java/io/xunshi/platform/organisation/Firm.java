package io.xunshi.platform.organisation;

import io.xunshi.platform.Officials;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An organisation with its owner; tests give it the licences that they are about. */
public final class Firm {
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DatabaseClient database;
    private final int port;
    private final Visitor owner;
    private final String creditCode = creditCode();
    private final String id;

    private Firm(DatabaseClient database, int port, String kind) {
        this.database = database;
        this.port = port;
        owner = new Visitor(port).signUp("负责人");
        id = Visitor.json(owner.post("/api/v1/organisations", founding(creditCode, kind)))
                .at("/id")
                .asString();
    }

    /** One that waits to be checked. */
    public static Firm founded(DatabaseClient database, int port, String kind) {
        return new Firm(database, port, kind);
    }

    /** With a business licence from long ago. */
    public static Firm active(DatabaseClient database, int port, String kind) {
        return founded(database, port, kind).licensed(Map.of("kind", "BUSINESS_LICENCE"));
    }

    /** The same, filed for all materials, in the city and outside. */
    public static Firm filed(DatabaseClient database, int port, String kind) {
        return active(database, port, kind)
                .licensed(Map.of("kind", "COMMERCE_FILING", "materials", List.of("FE", "NF", "PA", "PL")))
                .licensed(Map.of("kind", "POLICE_FILING", "materials", List.of("FE", "NF")));
    }

    /** Hands a licence in, and an officer approves it. */
    public Firm licensed(Map<String, Object> said) {
        approve(Visitor.json(handIn(said)).at("/id").asString());
        return this;
    }

    public void approve(String licence) {
        officer()
                .post("/api/v1/licence-cases/" + licence + "/approval", Map.of())
                .expectStatus()
                .isOk();
    }

    /** @param said what differs from a licence that holds for years */
    public ResponseSpec handIn(Map<String, Object> said) {
        return owner.post("/api/v1/organisations/" + id + "/licences", paper(said));
    }

    Map<String, Object> paper(Map<String, Object> said) {
        var paper = new HashMap<String, Object>();
        paper.putAll(Map.of(
                "kind", "COMMERCE_FILING",
                "office", "巩义市商务局",
                "validFrom", "2020-01-01",
                "documentId", document(owner, pdf())));
        paper.putAll(said);
        var isBusiness = "BUSINESS_LICENCE".equals(paper.get("kind"));
        paper.putIfAbsent("number", isBusiness ? creditCode : "豫商备 2020-001");
        paper.putIfAbsent("materials", isBusiness ? List.of() : List.of("NF"));
        paper.putIfAbsent("areas", isBusiness ? List.of() : List.of("EVERYWHERE"));
        return paper;
    }

    /** Somebody new with these roles in it. */
    public Visitor join(String... roles) {
        var person = new Visitor(port).signUp("同事");
        person.post("/api/v1/my/organisations", Map.of("code", invite(roles)))
                .expectStatus()
                .isOk();
        return person;
    }

    String invite(String... roles) {
        return Visitor.json(owner.post(path("/invitations"), Map.of("label", "同事", "roles", List.of(roles))))
                .at("/code")
                .asString();
    }

    /** The id of an invitation that nobody has answered. */
    public String openInvitation() {
        invite("TRADER");
        return Visitor.json(owner.get(path("/invitations"))).at("/0/id").asString();
    }

    /** The id of an invitation that names somebody. */
    public String invitationOf(Visitor person) {
        var body = Map.of("label", "同事", "roles", List.of("TRADER"), "contact", person.contact());
        return Visitor.json(owner.post(path("/invitations"), body))
                .at("/invitation/id")
                .asString();
    }

    /** The id of a licence that no officer has decided about. */
    public String waitingLicence() {
        return Visitor.json(handIn(Map.of())).at("/id").asString();
    }

    public JsonNode read() {
        return Visitor.json(owner.get("/api/v1/organisations/" + id));
    }

    /** What the gate says of it now. */
    public JsonNode judged(String material, String side) {
        return Visitor.json(owner.get(path("/trading-gate?material=" + material + "&side=" + side + "&area=ZZ-GY")));
    }

    /** Somebody new who decides about licences. */
    public Visitor officer() {
        return Officials.with(database, port, Role.ADMINISTRATOR);
    }

    public String id() {
        return id;
    }

    public OrganisationId organisationId() {
        return new OrganisationId(UUID.fromString(id));
    }

    public Visitor owner() {
        return owner;
    }

    public String code() {
        return creditCode;
    }

    String path(String below) {
        return "/api/v1/organisations/" + id + below;
    }

    static Map<String, Object> founding(String creditCode, String kind) {
        return new HashMap<>(Map.of(
                "name",
                "巩义市再生资源有限公司",
                "unifiedSocialCreditCode",
                creditCode,
                "kind",
                kind,
                "whereabouts",
                whereabouts("ZZ-GY", "巩义市回郭镇工业路 1 号")));
    }

    static Map<String, Object> whereabouts(String district, String place) {
        return Map.of("districtCode", district, "place", place, "contactName", "王工", "contactPhone", "0371-64350001");
    }

    /** A code that nobody has, with its check character. */
    public static String creditCode() {
        var code = new StringBuilder("91410181");
        while (code.length() < 17) {
            code.append(CODE_CHARACTERS.charAt(RANDOM.nextInt(CODE_CHARACTERS.length())));
        }
        var weight = 1;
        var sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += CODE_CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CODE_CHARACTERS.charAt((31 - sum % 31) % 31)).toString();
    }

    /** The id of a document that is in the store. */
    public static String document(Visitor owner, byte[] file) {
        return document(owner, file, "application/pdf").at("/id").asString();
    }

    static JsonNode document(Visitor owner, byte[] file, String type) {
        return Visitor.json(complete(owner, file, type));
    }

    static ResponseSpec complete(Visitor owner, byte[] file, String type) {
        var announced = Visitor.json(owner.post(
                "/api/v1/documents", Map.of("name", "证照.pdf", "contentType", type, "sizeBytes", file.length)));
        store(URI.create(announced.at("/url").asString()), type, file);
        return owner.post("/api/v1/documents/" + announced.at("/id").asString() + "/completion", Map.of());
    }

    /** The smallest that opens. */
    public static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }

    private static void store(URI address, String type, byte[] file) {
        var upload = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(file))
                .build();
        try {
            HTTP.send(upload, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> valuesOf(JsonNode list, String member) {
        var values = new ArrayList<String>();
        list.valueStream().forEach(one -> values.add(one.at(member).asString()));
        return values;
    }

    static List<String> noticesOf(Visitor person) {
        return valuesOf(Visitor.json(person.get("/api/v1/my/notifications")).at("/items"), "/kind");
    }
}
