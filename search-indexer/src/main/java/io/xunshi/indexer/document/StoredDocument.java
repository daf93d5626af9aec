package io.xunshi.indexer.document;

/** A document as Elasticsearch stores it; the template of its index says how each field is searched. */
public sealed interface StoredDocument permits IndexDocument, OfferIndexDocument {}
