package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.Catalog;

/** Lets tests of other packages have the catalogue without a server. */
public final class CatalogOfTests {
    private CatalogOfTests() {}

    public static Catalog catalog() {
        return new ReferenceCatalog();
    }
}
