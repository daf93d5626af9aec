package io.xunshi.platform.search.domain;

/** What lots and demands can be narrowed by with a choice from a list. */
public enum OfferFacet {
    /** A node of the material tree includes what stands below it. */
    MATERIAL("materials"),
    AREA("area"),
    DELIVERY("delivery"),
    PAYMENT("payment"),
    TAX("tax"),
    /** Of lots only. */
    PACKING("packing"),
    PRICE_BASIS("priceBasis"),
    STATE("state");

    private final String field;

    OfferFacet(String field) {
        this.field = field;
    }

    /** In the index. */
    public String field() {
        return field;
    }
}
