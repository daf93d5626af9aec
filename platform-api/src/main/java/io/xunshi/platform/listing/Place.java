package io.xunshi.platform.listing;

/**
 * A rough place, degrees north and east (WGS 84). Never the exact one: it is moved by a few hundred metres before it is
 * stored, always the same way for the same item, so that asking often tells no more.
 */
public record Place(double lat, double lon) {}
