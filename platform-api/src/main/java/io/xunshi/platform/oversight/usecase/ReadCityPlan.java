package io.xunshi.platform.oversight.usecase;

import io.xunshi.platform.oversight.domain.CityPlan;
import io.xunshi.platform.oversight.domain.CityPlan.DistrictTarget;
import io.xunshi.platform.oversight.domain.CityPlan.Totals;
import io.xunshi.platform.oversight.domain.Indicator;
import io.xunshi.platform.oversight.domain.PlanTask;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The city plan, read once from its reference files. */
@Component
public class ReadCityPlan {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String NOTHING_PRINTED = "—";

    private final CityPlan plan = fromFiles();
    private final List<PlanTask> tasks =
            rowsOf("tasks.csv").stream().map(row -> task(row, plan)).toList();

    public CityPlan plan() {
        return plan;
    }

    /** Annex 3. */
    public List<PlanTask> tasks() {
        return tasks;
    }

    private static PlanTask task(CSVRecord row, CityPlan plan) {
        var places = listed(row.get("named_places"));
        return PlanTask.printed(
                Integer.parseInt(row.get("no")),
                row.get("group"),
                row.get("task"),
                listed(row.get("lead_departments")),
                listed(row.get("supporting_departments")),
                plan.districts().stream()
                        .filter(area -> row.get("all_districts_and_zones").equals("1") || places.contains(area.name()))
                        .map(DistrictTarget::code)
                        .toList());
    }

    private static List<String> listed(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(";"));
    }

    private static CityPlan fromFiles() {
        var rows = rowsOf("districts.csv");
        var districts = rows.stream()
                .filter(row -> row.get("row_type").equals("district"))
                .map(row -> new DistrictTarget(
                        row.get("platform_code"),
                        row.get("official_name"),
                        row.get("seed_group"),
                        points(row),
                        stations(row)))
                .toList();
        var total = rows.stream()
                .filter(row -> row.get("row_type").equals("total"))
                .findFirst()
                .orElseThrow();
        var printed =
                rowsOf("indicators.csv").stream().map(ReadCityPlan::indicator).toList();
        return new CityPlan(
                CityPlan.checked(printed),
                districts,
                new Totals(points(total), stations(total)),
                new Totals(
                        districts.stream()
                                .mapToLong(DistrictTarget::collectionPoints)
                                .sum(),
                        districts.stream()
                                .mapToLong(DistrictTarget::transferStations)
                                .sum()));
    }

    private static Indicator indicator(CSVRecord row) {
        return CityPlan.printed(
                Integer.parseInt(row.get("no")),
                row.get("domain"),
                row.get("indicator"),
                row.get("unit"),
                Optional.of(row.get("base_2020")).filter(base -> !base.equals(NOTHING_PRINTED) && !base.isEmpty()),
                row.get("target_2025"),
                row.get("responsible_department"),
                row.get("note"));
    }

    private static long points(CSVRecord row) {
        return Long.parseLong(row.get("new_two_network_points"));
    }

    private static long stations(CSVRecord row) {
        return Long.parseLong(row.get("optimized_transfer_stations"));
    }

    private static List<CSVRecord> rowsOf(String name) {
        var file = "/reference/" + name;
        try (var stream = Objects.requireNonNull(ReadCityPlan.class.getResourceAsStream(file), file);
                var text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(text).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
