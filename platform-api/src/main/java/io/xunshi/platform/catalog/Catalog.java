package io.xunshi.platform.catalog;

import java.util.List;
import java.util.Optional;

/** The reference data that listings are made of. Answers come from memory, never wait, and are immutable. */
public interface Catalog {

    /** All categories, each root followed by its leaves. */
    List<Category> categories();

    Optional<Category> category(String code);

    /** Best first. */
    List<ConditionGrade> conditionGrades();

    Optional<ConditionGrade> conditionGrade(String code);

    /** In the order of the plan. */
    List<District> districts();

    Optional<District> district(String code);
}
