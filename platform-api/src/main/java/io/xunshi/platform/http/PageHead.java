package io.xunshi.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to those who do not run its script: search engines, and people to whom somebody sends its
 * address. All of it is plain text; it is escaped where it is written.
 *
 * @param path the page's one true address on our origin
 * @param description one or two sentences
 * @param image on our origin; null where there is none
 * @param structuredData schema.org in JSON-LD; null where there is none
 */
public record PageHead(
        String path,
        String title,
        String description,
        @Nullable String image,
        @Nullable Object structuredData) {}
