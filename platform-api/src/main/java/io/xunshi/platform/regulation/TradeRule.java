package io.xunshi.platform.regulation;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a rule, as people read it.
 *
 * @param id stays the same through all versions
 * @param from the first day on which it holds, in the city's time; it ends where a later version begins
 * @param categories those it is about, roots standing for all their leaves; empty for all goods
 * @param sourceZh the law, standard or announcement that it comes from
 * @param adviceZh what a seller can do
 */
public record TradeRule(
        String id,
        int version,
        LocalDate from,
        Severity severity,
        List<String> categories,
        String titleZh,
        String titleEn,
        String sourceZh,
        String sourceEn,
        String adviceZh,
        String adviceEn) {
    public TradeRule {
        categories = List.copyOf(categories);
    }

    /** How decisions name the version, <code>tobacco@1</code>. */
    public String reference() {
        return id + "@" + version;
    }
}
