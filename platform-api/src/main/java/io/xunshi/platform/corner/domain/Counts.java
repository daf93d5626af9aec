package io.xunshi.platform.corner.domain;

/**
 * A corner in numbers.
 *
 * @param titles that stand on the shelf
 * @param swapped books that were taken for good, ever
 */
public record Counts(int titles, int onShelf, int lent, int swapped) {}
