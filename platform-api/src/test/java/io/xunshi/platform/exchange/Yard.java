package io.xunshi.platform.exchange;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.Firm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/**
 * An organisation that trades scrap, and the people who act for it. It stands in the tables from the start: how
 * organisations join has tests of its own, with {@link io.xunshi.platform.organisation.Firm}.
 */
public final class Yard {
    public static final LocalDate TODAY = LocalDate.now(CityTime.ZONE);
    public static final String OLD_EXTRUSIONS = "NF-AL-EXT-O";

    private final DatabaseClient database;
    private final int port;
    private final String id = UUID.randomUUID().toString();
    private final Visitor owner;

    private Yard(DatabaseClient database, int port, String name) {
        this.database = database;
        this.port = port;
        owner = new Visitor(port).signUp(name);
        insert("""
                insert into organisation.organisation
                    (id, name, credit_code, kind, state, district_code, place, contact_name_cipher, contact_phone_cipher,
                     founded_by, founded_at, activated_at)
                values (:id::uuid, '%s', '%s', 'RECYCLER', 'ACTIVE', 'ZZ-GY', '回郭镇', '', '', :person::uuid, now(), now())
                """.formatted(name, taxNumber()), owner);
        join(owner, "OWNER");
        licensed("BUSINESS_LICENCE");
    }

    /** A recycler with its commerce filing and its police filing. */
    public static Yard filed(DatabaseClient database, int port, String name) {
        return new Yard(database, port, name).licensed("COMMERCE_FILING").licensed("POLICE_FILING");
    }

    /** One that is active, and has no licence for scrap. */
    public static Yard unfiled(DatabaseClient database, int port, String name) {
        return new Yard(database, port, name);
    }

    public String id() {
        return id;
    }

    /** Its unified social credit code. */
    public String taxNumber() {
        return id.replace("-", "").substring(0, 18).toUpperCase(Locale.ROOT);
    }

    public Visitor owner() {
        return owner;
    }

    /** Somebody new who acts for it. */
    public Visitor member(String role) {
        var member = new Visitor(port).signUp("员工");
        join(member, role);
        return member;
    }

    private Yard licensed(String kind) {
        insert("""
                insert into organisation.licence
                    (id, organisation_id, kind, number, office, materials, areas, valid_from, valid_to, document_id,
                     document_sha256, state, submitted_by, submitted_at, decided_by, decided_at)
                values (gen_random_uuid(), :id::uuid, '%s', '41018126', '巩义市商务局', '{FE,NF,PA,PL}', '{EVERYWHERE}', current_date - 400,
                        current_date + 300, gen_random_uuid(), repeat('a', 64), 'APPROVED', :person::uuid,
                        now() - interval '1 day', gen_random_uuid(), now() - interval '1 hour')
                """.formatted(kind), owner);
        return this;
    }

    private void join(Visitor person, String role) {
        insert("""
                insert into organisation.member (organisation_id, person, roles, since)
                values (:id::uuid, :person::uuid, '{%s}', now() - interval '1 hour')
                """.formatted(role), person);
    }

    private void insert(String statement, Visitor person) {
        database.sql(statement)
                .bind("id", id)
                .bind(
                        "person",
                        Visitor.json(person.get("/api/v1/session"))
                                .at("/account/id")
                                .asString())
                .then()
                .block();
    }

    /** So many kilograms of old extrusions came in. */
    public Yard stocked(long kilograms) {
        receive(owner, kilograms * 1_000).expectStatus().isCreated();
        return this;
    }

    public ResponseSpec receive(Visitor who, long grams) {
        return receive(who, OLD_EXTRUSIONS, grams);
    }

    public ResponseSpec receive(Visitor who, String material, long grams) {
        return who.post(
                path("/stock-receipts"),
                Map.of(
                        "materialCode",
                        material,
                        "quantity",
                        grams,
                        "source",
                        "PRODUCTIVE_UNIT",
                        "reference",
                        "GP-0001",
                        "happenedOn",
                        TODAY.toString()));
    }

    public ResponseSpec correct(long grams) {
        return owner.post(
                path("/stock-corrections"), Map.of("materialCode", OLD_EXTRUSIONS, "quantity", grams, "reason", "盘点"));
    }

    /** Of old extrusions: on hand, offered and free, in kilograms. */
    public List<Long> stock() {
        var account = Visitor.json(owner.get(path("/stock"))).at("/items/0");
        return List.of(
                account.at("/onHand").asLong() / 1_000,
                account.at("/offered").asLong() / 1_000,
                account.at("/free").asLong() / 1_000);
    }

    public ResponseSpec offer(Visitor who, Map<String, Object> lot) {
        return who.post(path("/lots"), lot);
    }

    public JsonNode offered(long kilograms) {
        return Visitor.json(offer(owner, lot(kilograms)));
    }

    /** A table of lots, each row as {@link #lotRow} writes it. */
    public static String lotFile(String... rows) {
        return "自有编号,品级,标题,数量(t),溢短装(%),包装,区县,地址,交货,付款,票据,单价(元/t),有效期至,质量:form,质量:alloy_series,质量:al_pct,质量:inclusion_pct,质量:radiation_usvh,质量:source\r\n"
                + String.join("\r\n", rows);
    }

    /** The same lot as {@link #lot}. */
    public static String lotRow(String reference, String tonnes) {
        return "%s,%s,旧铝型材 门窗拆解,\"%s\",3,打包块,巩义市,回郭镇工业区,自提,暂付后结算,含13%%专票,\"15,600\",%s,型材,混合,97.5,1.2,0.1,旧料"
                .formatted(reference, OLD_EXTRUSIONS, tonnes, TODAY.plusDays(7));
    }

    /** The id of a report that it attaches to a lot. */
    public String assayed(String lot) {
        return Visitor.json(
                        owner.post("/api/v1/lots/" + lot + "/assay-reports", report(Firm.document(owner, Firm.pdf()))))
                .at("/items/0/id")
                .asString();
    }

    /** What is said of a laboratory's paper. */
    public static Map<String, Object> report(String document) {
        return new HashMap<>(Map.of(
                "laboratory",
                "郑州市质量检验所",
                "number",
                "ZJ-2026-0815",
                "issuedOn",
                TODAY.minusDays(3).toString(),
                "readings",
                Map.of("al_pct", "96.8", "inclusion_pct", "1.1"),
                "documentId",
                document));
    }

    /** The id of a demand that it posts. */
    public String demanded() {
        return Visitor.json(owner.post(path("/demands"), demand())).at("/id").asString();
    }

    /** The id of what it proposes for a whole lot. */
    public String proposed(JsonNode lot) {
        return Visitor.json(owner.post(
                        "/api/v1/lots/" + lot.at("/id").asString() + "/proposals",
                        Map.of(
                                "organisationId", id,
                                "quantity", lot.at("/quantity").asLong(),
                                "price", Map.of("amount", 1_500_000, "currency", "CNY"))))
                .at("/id")
                .asString();
    }

    /** The id of the deal by which it buys a whole lot. */
    public String bought(JsonNode lot) {
        return Visitor.json(owner.post(
                        "/api/v1/lots/" + lot.at("/id").asString() + "/purchases",
                        Map.of(
                                "organisationId",
                                id,
                                "lotTerms",
                                1,
                                "quantity",
                                lot.at("/quantity").asLong())))
                .at("/id")
                .asString();
    }

    public String path(String below) {
        return "/api/v1/organisations/" + id + below;
    }

    /** What is asked for 28 tonnes and the like; a test says otherwise what it is about. */
    public static Map<String, Object> lot(long kilograms) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("materialCode", OLD_EXTRUSIONS),
                Map.entry("title", "旧铝型材 门窗拆解"),
                Map.entry("quantity", kilograms * 1_000),
                Map.entry("toleranceBasisPoints", 300),
                Map.entry(
                        "quality",
                        Map.of(
                                "form", "extrusion",
                                "alloy_series", "mixed",
                                "al_pct", "97.5",
                                "inclusion_pct", "1.2",
                                "radiation_usvh", "0.1",
                                "source", "old")),
                Map.entry("packing", "BALED"),
                Map.entry("place", Map.of("areaCode", "ZZ-GY", "address", "回郭镇工业区")),
                Map.entry("delivery", "AT_SELLER"),
                Map.entry("payment", "PROVISIONAL_AND_FINAL"),
                Map.entry("tax", "INCLUDES_VAT_13"),
                Map.entry("price", Map.of("amount", 1_560_000, "currency", "CNY")),
                Map.entry("lastDay", TODAY.plusDays(7).toString())));
    }

    /** For sixty tonnes of anything made of aluminium, in lots of at least five. */
    public static Map<String, Object> demand() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("materialCode", "NF-AL"),
                Map.entry("title", "长期求购旧铝"),
                Map.entry("quantity", 60_000_000),
                Map.entry("leastQuantity", 5_000_000),
                Map.entry("quality", Map.of("inclusion_pct", Map.of("max", 2))),
                Map.entry("place", Map.of("areaCode", "ZZ-XM", "address", "产业园")),
                Map.entry("delivery", "TO_BUYER"),
                Map.entry("payment", "AFTER_WEIGHING"),
                Map.entry("tax", "INCLUDES_VAT_13"),
                Map.entry(
                        "window",
                        Map.of(
                                "from",
                                TODAY.toString(),
                                "to",
                                TODAY.plusDays(30).toString())),
                Map.entry("lastDay", TODAY.plusDays(30).toString())));
    }
}
