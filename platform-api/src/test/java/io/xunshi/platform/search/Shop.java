package io.xunshi.platform.search;

import static org.awaitility.Awaitility.await;

import io.xunshi.platform.Visitor;
import io.xunshi.platform.listing.Goods;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Somebody who sells, somebody who looks, and what the one makes the other find. */
public final class Shop {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(20);

    public final Visitor seller;
    final Visitor searcher;
    private final String photo;

    public Shop(int port) {
        seller = new Visitor(port).signUp("卖家");
        searcher = new Visitor(port);
        photo = Goods.photo(seller);
        awaitIndex();
    }

    /** A published listing; the id. */
    public String offer(String title, Consumer<Map<String, Object>> how) {
        var offer = new HashMap<String, Object>(Map.of(
                "title",
                title,
                "description",
                "自提。",
                "categoryCode",
                "storage-furniture",
                "attributes",
                Map.of(),
                "conditionCode",
                "GOOD",
                "price",
                Map.of("amount", 28_000, "currency", "CNY"),
                "districtCode",
                "ZZ-JS",
                "photoIds",
                List.of(photo)));
        how.accept(offer);
        return Goods.publish(seller, offer).at("/id").asString();
    }

    public String offer(String title) {
        return offer(title, offer -> {});
    }

    /** @param parameters name, value, name, value … */
    public JsonNode search(String... parameters) {
        return Visitor.json(searcher.get(path(parameters)));
    }

    static String path(String... parameters) {
        var path = UriComponentsBuilder.fromPath("/api/v1/search/listings");
        for (int i = 0; i < parameters.length; i += 2) {
            path.queryParam(parameters[i], "{value" + i + "}");
        }
        var values = new HashMap<String, Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put("value" + i, parameters[i + 1]);
        }
        return path.encode().buildAndExpand(values).toUriString();
    }

    List<String> titles(String... parameters) {
        return texts(search(parameters).at("/items"), "title");
    }

    public static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(member).asString())
                .toList();
    }

    boolean finds(String id, String words) {
        return texts(search("q", words).at("/items"), "id").contains(id);
    }

    /** Waits until the listing is found; how long that takes the bench measures. */
    public void awaitFound(String id, String words) {
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> finds(id, words));
    }

    /** Waits until the listing is no longer found. */
    public void awaitGone(String id, String words) {
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> !finds(id, words));
    }

    /** Waits until all that was offered is found. */
    public void awaitTotal(int total) {
        await().atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> search().at("/total").asInt() == total);
    }

    /** The titles on all pages in a row. */
    List<String> titlesOnAllPages(int limit, String... parameters) {
        return Stream.iterate(
                        search(with(parameters, "limit", String.valueOf(limit))),
                        page -> !page.isMissingNode(),
                        page -> page.at("/nextCursor").isNull()
                                ? page.at("/none")
                                : search(with(
                                        with(parameters, "limit", String.valueOf(limit)),
                                        "cursor",
                                        page.at("/nextCursor").asString())))
                .flatMap(page -> texts(page.at("/items"), "title").stream())
                .toList();
    }

    private void awaitIndex() {
        await().atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> !search().at("/degraded").asBoolean());
    }

    private static String[] with(String[] parameters, String name, String value) {
        return Stream.concat(Stream.of(parameters), Stream.of(name, value)).toArray(String[]::new);
    }
}
