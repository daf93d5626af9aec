package io.xunshi.platform.vehicle;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a vehicle.
 *
 * @param number masked but for its end; null where none was entered
 * @param decoded what the number says; null for numbers that say nothing
 * @param papers null where nothing was said of them
 * @param readings by day; those of earlier listings among them
 * @param discrepancies what does not fit, as its seller knows and lets it stand
 */
public record VehicleView(
        VehicleKind kind,
        @Nullable String number,
        @Nullable DecodedVin decoded,
        @Nullable VehiclePapers papers,
        List<MileageReading> readings,
        Set<Discrepancy> discrepancies) {
    public VehicleView {
        readings = readings.stream()
                .sorted(Comparator.comparing(MileageReading::readOn).thenComparing(MileageReading::km))
                .toList();
        discrepancies = Set.copyOf(discrepancies);
    }

    /** In a fixed order, for what is hashed. */
    public Stream<Discrepancy> discrepanciesInOrder() {
        return discrepancies.stream().sorted();
    }
}
