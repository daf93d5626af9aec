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

    /** Every edition of every checklist. */
    List<Checklist> checklists();

    /** The edition in whose words something was answered. */
    Optional<Checklist> checklist(String code, int edition);

    /** The newest edition of what is asked about such goods. */
    Optional<Checklist> checklistFor(String category);

    /** Who builds vehicles under an identifier; of many nobody here knows. */
    Optional<VehicleMaker> vehicleMaker(String wmi);

    /** Where an identifier was given out, ISO 3166; empty for what the file lacks. */
    Optional<String> countryOfMaker(String wmi);

    /** In the order of the plan. */
    List<District> districts();

    Optional<District> district(String code);
}
