package io.xunshi.platform.interest.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.SavedSearch;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.search.SearchFor;
import io.xunshi.platform.search.SearchFor.Around;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into saved searches; the one place that knows both. */
final class SearchRows {
    static final String COLUMNS = """
            saved_search.id, saved_search.origin, saved_search.account, saved_search.name, saved_search.words, saved_search.categories,
            saved_search.districts, saved_search.conditions, saved_search.min_price_fen, saved_search.max_price_fen,
            saved_search.lat, saved_search.lon, saved_search.within_km, saved_search.answers::text as answers,
            saved_search.alerts, saved_search.price_drops, saved_search.version, saved_search.saved_at""";

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private SearchRows() {}

    static String json(Map<String, String> answers) {
        return JsonMapper.shared().writeValueAsString(answers);
    }

    static SavedSearch search(Readable row) {
        return new SavedSearch(
                required(row, "id", UUID.class),
                Origin.valueOf(required(row, "origin", String.class)),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "name", String.class),
                new SearchFor(
                        required(row, "words", String.class),
                        List.of(required(row, "categories", String[].class)),
                        List.of(required(row, "districts", String[].class)),
                        List.of(required(row, "conditions", String[].class)),
                        row.get("min_price_fen", Long.class),
                        row.get("max_price_fen", Long.class),
                        around(row)),
                answers(required(row, "answers", String.class)),
                Alerts.valueOf(required(row, "alerts", String.class)),
                required(row, "price_drops", Boolean.class),
                required(row, "version", Long.class),
                required(row, "saved_at", Instant.class));
    }

    private static Map<String, String> answers(String json) {
        return JsonMapper.shared().readValue(json, ANSWERS);
    }

    private static @Nullable Around around(Readable row) {
        var lat = row.get("lat", Double.class);
        var lon = row.get("lon", Double.class);
        var withinKm = row.get("within_km", Double.class);
        return lat == null || lon == null || withinKm == null ? null : new Around(lat, lon, withinKm);
    }
}
