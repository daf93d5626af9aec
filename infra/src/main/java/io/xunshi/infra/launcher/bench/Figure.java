package io.xunshi.infra.launcher.bench;

/**
 * Something measured.
 *
 * @param unit empty for a ratio
 */
record Figure(String name, double value, String unit) {}
