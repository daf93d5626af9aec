package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Attribute.Choice;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.catalog.ConditionGrade;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.catalog.ServiceLife;
import io.xunshi.platform.catalog.VehicleMaker;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The catalogue out of reference files. Districts come from the city plan's Annex 2 (<code>districts.csv</code>);
 * English names and centres, which the plan lacks, stand beside it in <code>district_places.csv</code>. Does not start
 * on files that contradict themselves.
 */
@Component
class ReferenceCatalog implements Catalog {
    private final Map<String, Category> categories = categoriesFromFiles();
    private final Map<String, ConditionGrade> grades = byCode(
            ReferenceFile.read("condition_grades.csv").stream().map(ReferenceCatalog::grade), ConditionGrade::code);
    private final List<Checklist> checklists = ChecklistFile.read(grades, leavesOf(categories));
    private final Map<String, VehicleMaker> vehicleMakers = byCode(
            ReferenceFile.read("vehicle_makers.csv").stream().map(ReferenceCatalog::vehicleMaker), VehicleMaker::wmi);
    private final List<Countries> countries = ReferenceFile.read("vehicle_countries.csv").stream()
            .map(row -> new Countries(Pattern.compile(row.get("begins")), row.get("country")))
            .toList();
    private final Map<String, District> districts = districtsFromFiles();

    @Override
    public List<Category> categories() {
        return List.copyOf(categories.values());
    }

    @Override
    public Optional<Category> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    @Override
    public List<ConditionGrade> conditionGrades() {
        return List.copyOf(grades.values());
    }

    @Override
    public Optional<ConditionGrade> conditionGrade(String code) {
        return Optional.ofNullable(grades.get(code));
    }

    @Override
    public List<Checklist> checklists() {
        return checklists;
    }

    @Override
    public Optional<Checklist> checklist(String code, int edition) {
        return checklists.stream()
                .filter(checklist -> checklist.code().equals(code) && checklist.edition() == edition)
                .findFirst();
    }

    @Override
    public Optional<Checklist> checklistFor(String category) {
        return checklists.stream()
                .filter(checklist -> checklist.categories().contains(category))
                .max(Comparator.comparingInt(Checklist::edition));
    }

    @Override
    public List<District> districts() {
        return List.copyOf(districts.values());
    }

    @Override
    public Optional<District> district(String code) {
        return Optional.ofNullable(districts.get(code));
    }

    @Override
    public Optional<VehicleMaker> vehicleMaker(String wmi) {
        return Optional.ofNullable(vehicleMakers.get(wmi));
    }

    @Override
    public Optional<String> countryOfMaker(String wmi) {
        return countries.stream()
                .filter(range -> range.begins().matcher(wmi).lookingAt())
                .map(Countries::country)
                .findFirst();
    }

    private static VehicleMaker vehicleMaker(CSVRecord row) {
        return new VehicleMaker(
                row.get("wmi"),
                row.get("nameZh"),
                row.get("nameEn"),
                List.of(row.get("brands").split("\\|")));
    }

    /**
     * Identifiers that belong to a country (ISO 3780).
     *
     * @param begins how they begin
     */
    private record Countries(Pattern begins, String country) {}

    private static Map<String, Category> categoriesFromFiles() {
        var attributes = ReferenceFile.read("category_attributes.csv");
        var lives = ReferenceFile.read("service_lives.csv").stream()
                .collect(Collectors.toMap(row -> row.get("category"), ReferenceCatalog::serviceLife));
        var categories = byCode(
                ReferenceFile.read("categories.csv").stream().map(row -> category(row, attributes, lives)),
                Category::code);
        categories.values().stream()
                .map(Category::parent)
                .filter(parent -> parent != null && !categories.containsKey(parent))
                .findAny()
                .ifPresent(parent -> {
                    throw new IllegalStateException("categories.csv names a parent that it lacks: " + parent);
                });
        return categories;
    }

    private static List<String> leavesOf(Map<String, Category> categories) {
        return categories.values().stream()
                .filter(Category::isLeaf)
                .map(Category::code)
                .toList();
    }

    private static ServiceLife serviceLife(CSVRecord row) {
        return new ServiceLife(Integer.parseInt(row.get("years")), row.get("sourceZh"), row.get("sourceEn"));
    }

    private static Category category(CSVRecord row, List<CSVRecord> attributes, Map<String, ServiceLife> lives) {
        var parent = emptyToNull(row.get("parent"));
        var asked = Stream.concat(attributesOf(parent, attributes), attributesOf(row.get("code"), attributes))
                .toList();
        return new Category(
                row.get("code"),
                parent,
                row.get("nameZh"),
                row.get("nameEn"),
                row.get("icon"),
                asked,
                lives.get(row.get("code")));
    }

    private static Stream<Attribute> attributesOf(@Nullable String category, List<CSVRecord> attributes) {
        return attributes.stream()
                .filter(row -> row.get("category").equals(category))
                .map(ReferenceCatalog::attribute);
    }

    private static Attribute attribute(CSVRecord row) {
        return new Attribute(
                row.get("code"),
                Attribute.Type.valueOf(row.get("type")),
                emptyToNull(row.get("unit")),
                Boolean.parseBoolean(row.get("required")),
                emptyToNull(row.get("group")),
                row.get("nameZh"),
                row.get("nameEn"),
                Stream.of(row.get("choices").split("\\|"))
                        .filter(choice -> !choice.isEmpty())
                        .map(ReferenceCatalog::choice)
                        .toList());
    }

    private static Choice choice(String written) {
        var parts = written.split(":", 3);
        return new Choice(parts[0], parts[1], parts[2]);
    }

    private static ConditionGrade grade(CSVRecord row) {
        return new ConditionGrade(
                row.get("code"),
                Integer.parseInt(row.get("rank")),
                row.get("nameZh"),
                row.get("nameEn"),
                row.get("definitionZh"),
                row.get("definitionEn"));
    }

    private static Map<String, District> districtsFromFiles() {
        var places = ReferenceFile.read("district_places.csv").stream()
                .collect(Collectors.toMap(row -> row.get("platform_code"), Function.identity()));
        return byCode(
                ReferenceFile.read("districts.csv").stream()
                        .filter(row -> row.get("row_type").equals("district"))
                        .map(row -> district(row, places.get(row.get("platform_code")))),
                District::code);
    }

    private static District district(CSVRecord row, @Nullable CSVRecord place) {
        if (place == null) {
            throw new IllegalStateException("district_places.csv lacks " + row.get("platform_code"));
        }
        return new District(
                row.get("platform_code"),
                row.get("official_name"),
                place.get("nameEn"),
                row.get("seed_group"),
                Double.parseDouble(place.get("lat")),
                Double.parseDouble(place.get("lon")));
    }

    private static <T> Map<String, T> byCode(Stream<T> things, Function<T, String> code) {
        return things.collect(Collectors.toMap(
                code,
                Function.identity(),
                (one, other) -> {
                    throw new IllegalStateException("Two entries share a code: " + one);
                },
                LinkedHashMap::new));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
