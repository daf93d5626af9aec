package io.xunshi.platform.corner.domain;

import java.util.UUID;

/**
 * A class (班级), named by two numbers: 2023级2班.
 *
 * @param readers cards in use
 * @param consented those of them that a guardian has consented to
 */
public record SchoolClass(UUID id, int entryYear, int number, int readers, int consented) {}
