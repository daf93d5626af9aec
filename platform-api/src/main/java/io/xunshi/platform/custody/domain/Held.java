package io.xunshi.platform.custody.domain;

import java.util.UUID;

/**
 * How much of a material stands in parcels at a site.
 *
 * @param documented of the grams, rounded down in each parcel
 */
public record Held(String materialCode, UUID site, long grams, long documented) {}
