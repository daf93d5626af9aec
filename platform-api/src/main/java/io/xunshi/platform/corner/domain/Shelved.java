package io.xunshi.platform.corner.domain;

/** A copy with the words on its cover. */
public record Shelved(BookCopy copy, String title, String authors) {}
