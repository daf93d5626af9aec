package io.xunshi.platform.corner.domain;

/**
 * A book as all its copies are.
 *
 * @param authors as the title page names them
 */
public record BookTitle(Isbn isbn, String title, String authors, long version) {}
