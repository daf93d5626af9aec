package io.xunshi.platform.corner.domain;

/**
 * A title that many wanted.
 *
 * @param times taken or borrowed
 */
public record Wanted(String isbn, String title, String authors, int times) {}
