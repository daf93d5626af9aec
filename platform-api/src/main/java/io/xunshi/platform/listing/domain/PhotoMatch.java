package io.xunshi.platform.listing.domain;

import io.xunshi.platform.media.PhotoId;

/**
 * Two photos that show the same picture.
 *
 * @param photo of the listing in question
 * @param otherPhoto of somebody else's
 * @param other the listing that showed it first
 */
public record PhotoMatch(PhotoId photo, PhotoId otherPhoto, Listing other) {}
