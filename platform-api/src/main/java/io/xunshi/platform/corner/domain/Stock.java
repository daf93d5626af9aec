package io.xunshi.platform.corner.domain;

import io.xunshi.platform.kernel.Cursor;

/** A title with its counts in a corner. */
public record Stock(BookTitle title, int onShelf, int lent, Cursor position) {}
