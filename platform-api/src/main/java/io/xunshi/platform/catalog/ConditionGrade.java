package io.xunshi.platform.catalog;

/**
 * How used a thing is (成色), by a definition that both sides can hold against it.
 *
 * @param rank 1 is the best
 */
public record ConditionGrade(
        String code, int rank, String nameZh, String nameEn, String definitionZh, String definitionEn) {}
