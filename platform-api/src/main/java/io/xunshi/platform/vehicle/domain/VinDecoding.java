package io.xunshi.platform.vehicle.domain;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.VehicleMaker;
import io.xunshi.platform.kernel.HeardText;
import io.xunshi.platform.regulation.VinMarks;
import io.xunshi.platform.vehicle.DecodedVin;
import io.xunshi.platform.vehicle.Discrepancy;
import io.xunshi.platform.vehicle.MileageReading;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a vehicle identification number says, and holds what a seller says against it. */
public final class VinDecoding {
    private static final String YEAR = "\\d{4}";

    /** A model year begins in the year before it, and a new car may wait for its buyer. */
    private static final int BUILT_BEFORE = 1;

    private static final int WAITED = 2;

    private VinDecoding() {}

    /** @param attributes what is said of the thing; the year among them tells thirty years apart */
    public static DecodedVin decode(VinMarks marks, Map<String, String> attributes, Catalog catalog, int thisYear) {
        var maker = catalog.vehicleMaker(marks.wmi());
        var year = ModelYears.resolve(marks.yearCode(), yearIn(attributes), thisYear);
        return new DecodedVin(
                marks.wmi(),
                maker.map(VehicleMaker::nameZh).orElse(null),
                maker.map(VehicleMaker::nameEn).orElse(null),
                catalog.countryOfMaker(marks.wmi()).orElse(null),
                year.isPresent() ? (Integer) year.getAsInt() : null);
    }

    /** What does not fit; what is not known contradicts nothing. */
    public static Set<Discrepancy> discrepancies(
            @Nullable DecodedVin decoded,
            Map<String, String> attributes,
            List<MileageReading> own,
            List<MileageReading> earlier,
            Catalog catalog) {
        var found = EnumSet.noneOf(Discrepancy.class);
        if (decoded != null && isOtherBrand(decoded, attributes, catalog)) {
            found.add(Discrepancy.BRAND);
        }
        if (decoded != null && isOtherYear(decoded, attributes)) {
            found.add(Discrepancy.YEAR);
        }
        if (MileageHistory.isLess(attributes.get("mileage_km"), own)) {
            found.add(Discrepancy.MILEAGE);
        }
        if (MileageHistory.isRolledBack(own, earlier) || MileageHistory.isLess(attributes.get("mileage_km"), earlier)) {
            found.add(Discrepancy.ROLLED_BACK);
        }
        return found;
    }

    private static boolean isOtherBrand(DecodedVin decoded, Map<String, String> attributes, Catalog catalog) {
        var brand = HeardText.of(attributes.getOrDefault("brand", "")).compact();
        return !brand.isEmpty()
                && catalog.vehicleMaker(decoded.wmi())
                        .filter(maker -> maker.brands().stream().noneMatch(brand::contains))
                        .isPresent();
    }

    private static boolean isOtherYear(DecodedVin decoded, Map<String, String> attributes) {
        var stated = yearIn(attributes);
        var built = decoded.modelYear();
        return stated != null && built != null && (stated < built - BUILT_BEFORE || stated > built + WAITED);
    }

    private static @Nullable Integer yearIn(Map<String, String> attributes) {
        var answer = attributes.getOrDefault("year", "");
        return answer.matches(YEAR) ? Integer.valueOf(answer) : null;
    }
}
