package io.xunshi.platform.tender.domain;

import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.Requirement;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that a tender asks for.
 *
 * @param number counts from 1
 * @param materialCode the node itself or anything below it will do
 * @param quantity grams or pieces
 * @param leastPart the smallest part that one supplier may take of it; the quantity itself where it is not divided
 * @param quality what the goods must answer, by attribute
 */
public record TenderLine(
        int number,
        String materialCode,
        Measure measure,
        long quantity,
        long leastPart,
        Map<String, Requirement> quality) {

    public TenderLine {
        quality = Map.copyOf(quality);
    }

    /** In the order of the attributes' codes, so that the same line is always the same text. */
    public Map<String, Requirement> sortedQuality() {
        return new TreeMap<>(quality);
    }

    /** Whether one supplier may take so much of it. */
    public boolean isTakenInPartsOf(long part) {
        return part >= leastPart && part <= quantity;
    }
}
