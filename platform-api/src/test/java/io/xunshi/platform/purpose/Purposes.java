package io.xunshi.platform.purpose;

import io.xunshi.platform.Visitor;
import java.util.HashMap;
import java.util.Map;

/** Purposes that officers declare. */
public final class Purposes {
    private Purposes() {}

    /** For an hour; its id. */
    public static String declaredBy(Visitor officer) {
        return declaredBy(officer, Map.of());
    }

    /** @param further what else is said, or said otherwise */
    static String declaredBy(Visitor officer, Map<String, ?> further) {
        var said = new HashMap<String, Object>(Map.of("kind", "INSPECTION", "reason", "日常监督检查", "hours", 1));
        said.putAll(further);
        return Visitor.json(officer.post("/api/v1/oversight/purposes", said))
                .at("/id")
                .asString();
    }
}
