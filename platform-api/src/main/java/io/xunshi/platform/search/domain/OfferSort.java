package io.xunshi.platform.search.domain;

import java.util.stream.Stream;

/**
 * In which order lots or demands come; what has no price comes last by price. Each order ends with the id, so that no
 * two results are in the same place.
 */
public enum OfferSort {
    RELEVANCE("relevance", 2),
    NEWEST("newest", 1),
    PRICE_ASC("price-asc", 1),
    PRICE_DESC("price-desc", 1),
    QUANTITY_ASC("quantity-asc", 1),
    QUANTITY_DESC("quantity-desc", 1),
    /** By the distance of the area from a place; what lies outside the city comes last. */
    NEAREST("nearest", 2);

    private final String parameter;
    private final int numbers;

    OfferSort(String parameter, int numbers) {
        this.parameter = parameter;
        this.numbers = numbers;
    }

    /** How many numbers, before the id, say where a result stands. */
    int numbers() {
        return numbers;
    }

    /** @throws java.util.NoSuchElementException for a name that no order has */
    public static OfferSort named(String parameter) {
        return Stream.of(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow();
    }
}
