package io.xunshi.platform.wanted;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Makes wanted posts as a person does. */
public final class Wanting {
    private Wanting() {}

    /** What a complete wish says; tests change what they are about. */
    public static Map<String, Object> wish(String words) {
        return new HashMap<>(Map.of(
                "words",
                words,
                "description",
                "自提，价格好商量。",
                "categoryCode",
                "storage-furniture",
                "answers",
                Map.of(),
                "maxPrice",
                Goods.fen(30_000),
                "lastDay",
                today().plusDays(30).toString()));
    }

    /** The id. */
    public static String posted(Visitor person, String words) {
        return posted(person, wish(words));
    }

    /** The id. */
    static String posted(Visitor person, Map<String, Object> wish) {
        return Visitor.json(person.post("/api/v1/wanted-posts", wish)).at("/id").asString();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
