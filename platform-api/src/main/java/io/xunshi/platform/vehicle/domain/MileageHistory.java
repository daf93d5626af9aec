package io.xunshi.platform.vehicle.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.MileageReading.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An odometer only goes forward. */
public final class MileageHistory {
    private static final int READINGS_MAX = 30;
    private static final long KM_MAX = 2_000_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);
    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,9})?";

    private MileageHistory() {}

    /**
     * @param readings as the seller wrote them, in any order
     * @param shown readings that stood in a public listing of theirs
     */
    public static List<FieldFault> faultsOf(
            List<MileageReading> readings, Collection<MileageReading> shown, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        if (readings.size() > READINGS_MAX) {
            faults.add(new FieldFault("readings", "vehicle.field.reading-count"));
        }
        if (!readings.containsAll(shown)) {
            faults.add(new FieldFault("readings", "vehicle.field.reading-gone"));
        }
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            if (reading.readOn().isAfter(today) || reading.readOn().isBefore(FIRST_DAY)) {
                faults.add(fault(i, "readOn", "reading-day"));
            }
            if (reading.km() < 0 || reading.km() > KM_MAX) {
                faults.add(fault(i, "km", "reading-km"));
            } else if (isBelowEarlier(reading, readings)) {
                faults.add(fault(i, "km", "reading-lower"));
            }
            if (reading.source() == Source.PLATFORM) {
                faults.add(fault(i, "source", "reading-source"));
            }
        }
        return List.copyOf(faults);
    }

    /** Whether two of them cannot both be true of one vehicle. */
    public static boolean isRolledBack(List<MileageReading> own, List<MileageReading> earlier) {
        return own.stream()
                .anyMatch(reading -> isBelowEarlier(reading, earlier)
                        || earlier.stream().anyMatch(told -> isBelowEarlier(told, List.of(reading))));
    }

    /** Whether a number that is stated as of today is below a reading; what is no number says nothing. */
    static boolean isLess(@Nullable String stated, List<MileageReading> readings) {
        return stated != null
                && stated.matches(NUMBER)
                && readings.stream()
                        .anyMatch(reading -> BigDecimal.valueOf(reading.km()).compareTo(new BigDecimal(stated)) > 0);
    }

    private static boolean isBelowEarlier(MileageReading reading, List<MileageReading> others) {
        return others.stream()
                .anyMatch(other -> other.readOn().isBefore(reading.readOn()) && other.km() > reading.km());
    }

    private static FieldFault fault(int place, String field, String rule) {
        return new FieldFault("readings[%d].%s".formatted(place, field), "vehicle.field." + rule);
    }
}
