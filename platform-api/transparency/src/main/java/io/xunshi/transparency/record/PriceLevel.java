package io.xunshi.transparency.record;

/** How precisely a trade that makes a price is shown. */
public enum PriceLevel {
    /** With its material and the area where the goods lay. */
    AREA,
    /** With its material; somewhere in the city. */
    CITY,
    /** As one of the parent material. */
    PARENT
}
