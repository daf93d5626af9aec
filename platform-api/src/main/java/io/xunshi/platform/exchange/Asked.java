package io.xunshi.platform.exchange;

import java.util.Map;

/**
 * What somebody would have of one material.
 *
 * @param materialCode the node itself or anything below it will do
 * @param quantity grams or pieces
 * @param leastQuantity the smallest part that is worth a truck
 * @param quality what the goods must answer, by attribute
 */
public record Asked(String materialCode, long quantity, long leastQuantity, Map<String, Requirement> quality) {
    public Asked {
        quality = Map.copyOf(quality);
    }
}
