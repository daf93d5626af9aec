package io.xunshi.quality;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The judging guide of the set's README as code. It sees what a listing is and what a query wants, and no text of
 * theirs.
 */
final class Judge {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EXACTLY = 3;
    private static final int SOMETHING_LIKE_IT = 1;

    private Judge() {}

    /** The lines of <code>judgements.txt</code>: query, 0, listing, grade; what is worth nothing is left out. */
    static List<String> judgements() {
        var listings = read("listings.jsonl");
        return read("queries.jsonl").stream()
                .flatMap(query -> listings.stream()
                        .filter(listing -> grade(query, listing) > 0)
                        .map(listing ->
                                "%s 0 %s %d".formatted(text(query, "id"), text(listing, "id"), grade(query, listing))))
                .toList();
    }

    private static int grade(JsonNode query, JsonNode listing) {
        var wants = query.path("wants");
        var facts = listing.path("facts");
        if (refuses(wants, "brand", text(facts, "brand"))) {
            return 0;
        }
        if (!isTheThing(wants, facts, text(listing, "category"))) {
            return names(wants, "near", text(facts, "thing")) ? SOMETHING_LIKE_IT : 0;
        }
        if (!wants.has("thing") && facts.path("accessory").asBoolean()) {
            return SOMETHING_LIKE_IT;
        }
        if (refuses(wants, "model", text(facts, "model"))) {
            return wants.has("brand") ? SOMETHING_LIKE_IT : 0;
        }
        if (wants.has("kind") && traits(facts).noneMatch(trait -> names(wants, "kind", trait))) {
            return SOMETHING_LIKE_IT;
        }
        return Math.max(SOMETHING_LIKE_IT, EXACTLY - wishesMissed(wants, facts, listing));
    }

    private static boolean isTheThing(JsonNode wants, JsonNode facts, String category) {
        return !refuses(wants, "thing", text(facts, "thing"))
                && (!wants.has("category")
                        || names(wants, "category", category)
                        || names(wants, "category", Categories.rootOf(category)));
    }

    private static int wishesMissed(JsonNode wants, JsonNode facts, JsonNode listing) {
        var traits = traits(facts).toList();
        var missed = wants.path("traits")
                .valueStream()
                .filter(any -> any.valueStream().map(JsonNode::asString).noneMatch(traits::contains))
                .count();
        return (int) missed
                + (refuses(wants, "district", text(listing, "district")) ? 1 : 0)
                + (refuses(wants, "condition", text(listing, "condition")) ? 1 : 0);
    }

    /** Whether something is wanted of which this is none. */
    private static boolean refuses(JsonNode wants, String what, String value) {
        return wants.has(what) && !names(wants, what, value);
    }

    private static boolean names(JsonNode wants, String what, String value) {
        return wants.path(what).valueStream().map(JsonNode::asString).anyMatch(value::equals);
    }

    private static Stream<String> traits(JsonNode facts) {
        return facts.path("traits").valueStream().map(JsonNode::asString);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<JsonNode> read(String file) {
        return JudgedSet.lines(file).stream().map(JSON::readTree).toList();
    }
}
