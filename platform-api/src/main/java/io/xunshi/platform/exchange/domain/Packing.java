package io.xunshi.platform.exchange.domain;

/** How goods are packed when they are loaded. */
public enum Packing {
    LOOSE,
    BALED,
    BAGGED,
    BUNDLED,
    PALLETS,
    CONTAINER
}
