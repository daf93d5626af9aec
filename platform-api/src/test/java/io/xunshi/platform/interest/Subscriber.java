package io.xunshi.platform.interest;

import io.xunshi.platform.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody who keeps an eye on things. */
final class Subscriber {
    final Visitor visitor;

    Subscriber(int port) {
        visitor = new Visitor(port).signUp("留意的人");
    }

    /** @param parameters of the search, name, value, name, value … */
    JsonNode saves(String name, String alerts, boolean priceDrops, Object... parameters) {
        return Visitor.json(visitor.post("/api/v1/my/saved-searches", search(name, alerts, priceDrops, parameters)));
    }

    static Map<String, Object> search(String name, String alerts, boolean priceDrops, Object... parameters) {
        var criteria = new HashMap<String, Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            criteria.put((String) parameters[i], parameters[i + 1]);
        }
        return Map.of("name", name, "criteria", criteria, "alerts", alerts, "priceDrops", priceDrops);
    }

    List<String> idsOfAlerts() {
        return list("/api/v1/my/search-alerts?limit=60").stream()
                .map(alert -> alert.at("/listing/id").asString())
                .toList();
    }

    List<JsonNode> notices() {
        return list("/api/v1/my/notifications?limit=60");
    }

    List<String> kindsOfNotices() {
        return notices().stream().map(notice -> notice.at("/kind").asString()).toList();
    }

    List<JsonNode> list(String path) {
        return StreamSupport.stream(Visitor.json(visitor.get(path)).at("/items").spliterator(), false)
                .toList();
    }
}
