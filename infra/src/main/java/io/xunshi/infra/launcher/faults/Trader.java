package io.xunshi.infra.launcher.faults;

import io.xunshi.infra.simulation.SimulationClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Somebody with an organisation of their own that may trade metals.
 *
 * @param organisation its id
 */
public record Trader(Person person, String organisation) {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String PDF = "application/pdf";
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String CODE_BEGIN = "91410181MA";
    private static final int CODE_LENGTH = 17;
    private static final int OK = 200;

    /** The smallest file that opens. */
    private static final byte[] PAGE = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    /**
     * Signs up, founds the organisation and hands in its papers, which are approved.
     *
     * @param messages where the code arrives that a person signs up with
     * @param officer who may approve papers
     * @param kind what the organisation is, as the API calls it
     * @param phone also what its credit code is made of, so that no two have the same
     */
    static Trader join(URI site, SimulationClient messages, Person officer, String kind, long phone) {
        var person = Person.signUp(site, messages, String.valueOf(phone), "业务员");
        var code = creditCode(phone);
        var organisation = person.need(
                        "POST",
                        "/api/v1/organisations",
                        Map.of(
                                "name",
                                "再生金属有限公司 " + phone,
                                "unifiedSocialCreditCode",
                                code,
                                "kind",
                                kind,
                                "whereabouts",
                                Map.of(
                                        "districtCode",
                                        "ZZ-GY",
                                        "place",
                                        "回郭镇工业路 1 号",
                                        "contactName",
                                        "值班经理",
                                        "contactPhone",
                                        "0371-64350000")))
                .at("/id")
                .asString();
        var trader = new Trader(person, organisation);
        trader.handIn(officer, "BUSINESS_LICENCE", code, List.of(), List.of());
        trader.handIn(officer, "COMMERCE_FILING", "备 " + phone, List.of("NF"), List.of("EVERYWHERE"));
        trader.handIn(officer, "POLICE_FILING", "备 " + phone, List.of("NF"), List.of("EVERYWHERE"));
        return trader;
    }

    /** The day in the city. */
    static LocalDate today() {
        return LocalDate.now(CITY);
    }

    private void handIn(Person officer, String kind, String number, List<String> materials, List<String> areas) {
        var licence = person.need(
                        "POST",
                        "/api/v1/organisations/" + organisation + "/licences",
                        Map.of(
                                "kind",
                                kind,
                                "number",
                                number,
                                "office",
                                "主管部门",
                                "materials",
                                materials,
                                "areas",
                                areas,
                                "validFrom",
                                "2020-01-01",
                                "documentId",
                                document()))
                .at("/id")
                .asString();
        officer.need("POST", "/api/v1/licence-cases/" + licence + "/approval", Map.of());
    }

    private String document() {
        var announced = person.need(
                "POST", "/api/v1/documents", Map.of("name", "证照.pdf", "contentType", PDF, "sizeBytes", PAGE.length));
        var upload = Web.request(URI.create(announced.at("/url").asString()))
                .header("Content-Type", PDF)
                .PUT(BodyPublishers.ofByteArray(PAGE));
        // A store that is overrun refuses what it takes a moment later.
        Patience.until(
                "a document in the object store",
                () -> Web.send(upload).filter(response -> response.statusCode() == OK));
        var id = announced.at("/id").asString();
        person.need("POST", "/api/v1/documents/" + id + "/completion", Map.of());
        return id;
    }

    /** 统一社会信用代码 with the check character of GB 32100. */
    private static String creditCode(long number) {
        var code = new StringBuilder(CODE_BEGIN);
        code.append("%07d".formatted(number % 10_000_000));
        var weight = 1;
        var sum = 0;
        for (int i = 0; i < CODE_LENGTH; i++) {
            sum += CODE_CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(CODE_CHARACTERS.charAt((31 - sum % 31) % 31)).toString();
    }
}
