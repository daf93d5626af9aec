package io.xunshi.platform.matching.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.search.OfferSearchFor;
import java.time.Instant;
import java.util.UUID;

/** A search for lots or demands that its owner hears from, as soon as it finds something new. */
public record SavedOfferSearch(UUID id, AccountId account, String name, OfferSearchFor search, Instant savedAt) {}
