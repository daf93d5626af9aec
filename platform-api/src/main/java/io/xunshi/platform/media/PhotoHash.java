package io.xunshi.platform.media;

/**
 * What a photo is, for ever.
 *
 * @param sha256 of its largest variant as it is stored and served, hexadecimal
 */
public record PhotoHash(PhotoId id, String sha256) {}
