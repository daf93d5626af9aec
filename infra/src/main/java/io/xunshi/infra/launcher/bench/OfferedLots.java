package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.faults.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Some aluminium lots of a sample organisation, offered as anybody offers them. */
final class OfferedLots {
    private static final List<Grade> GRADES = List.of(
            new Grade("NF-AL-EXT-O", "extrusion", "旧铝型材 门窗拆解"),
            new Grade("NF-AL-ZOR", "shred", "有色混合破碎 船板货"),
            new Grade("NF-AL-WIRE", "wire", "洁净电工线料"),
            new Grade("NF-AL-SHT-M", "sheet", "混合旧板 打包"),
            new Grade("NF-AL-TWI", "shred", "浮选破碎铝 水洗"),
            new Grade("NF-AL-WHL", "casting", "拆车轮毂 去铅"));
    private static final List<String> AREAS = List.of("ZZ-GY", "ZZ-XM", "ZZ-JS", "OUTSIDE");
    private static final List<String> TAXES = List.of("INCLUDES_VAT_13", "INCLUDES_VAT_3", "EXCLUDES_VAT");
    private static final List<String> PACKINGS = List.of("BALED", "LOOSE", "BAGGED");
    private static final int OF_EACH_GRADE = 12;
    private static final int DAYS = 30;
    private static final long GRAMS = 5_000_000;

    /** How many there are. */
    static final int COUNT = GRADES.size() * OF_EACH_GRADE;

    private OfferedLots() {}

    /** @param trader who acts for one organisation that may trade aluminium */
    static void by(Person trader) {
        var organisation = trader.need("GET", "/api/v1/my/organisations", Map.of())
                .at("/0/organisation/id")
                .asString();
        var path = "/api/v1/organisations/" + organisation;
        for (var grade : GRADES) {
            trader.need("POST", path + "/stock-receipts", receipt(grade));
            for (int i = 0; i < OF_EACH_GRADE; i++) {
                trader.need("POST", path + "/lots", lot(grade, i));
            }
        }
    }

    private static Map<String, Object> receipt(Grade grade) {
        return Map.of(
                "materialCode",
                grade.code(),
                "quantity",
                GRAMS * OF_EACH_GRADE * 2,
                "source",
                "OPERATOR",
                "reference",
                "GP-" + UUID.randomUUID().toString().substring(0, 8),
                "happenedOn",
                today().toString());
    }

    private static Map<String, Object> lot(Grade grade, int i) {
        return Map.ofEntries(
                Map.entry("materialCode", grade.code()),
                Map.entry("title", grade.title() + " " + (i + 1) + "号"),
                Map.entry("quantity", GRAMS + i * 100_000L),
                Map.entry("toleranceBasisPoints", 300),
                Map.entry(
                        "quality",
                        Map.of(
                                "form", grade.form(),
                                "alloy_series", "mixed",
                                "al_pct", String.valueOf(86 + i),
                                "inclusion_pct", "1.2",
                                "radiation_usvh", "0.1",
                                "source", "old")),
                Map.entry("packing", PACKINGS.get(i % PACKINGS.size())),
                Map.entry("place", Map.of("areaCode", AREAS.get(i % AREAS.size()), "address", "河南郑州工业路 " + i + " 号")),
                Map.entry("delivery", i % 2 == 0 ? "AT_SELLER" : "TO_BUYER"),
                Map.entry("payment", "PROVISIONAL_AND_FINAL"),
                Map.entry("tax", TAXES.get(i % TAXES.size())),
                Map.entry("price", Map.of("amount", 1_200_000 + i * 20_000, "currency", "CNY")),
                Map.entry("lastDay", today().plusDays(DAYS).toString()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private record Grade(String code, String form, String title) {}
}
