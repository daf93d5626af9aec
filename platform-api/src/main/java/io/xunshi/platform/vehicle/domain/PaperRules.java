package io.xunshi.platform.vehicle.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.regulation.VehicleSign;
import io.xunshi.platform.vehicle.VehicleKind;
import io.xunshi.platform.vehicle.VehiclePapers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When papers can be right, and what the trade rules want to know of them. */
public final class PaperRules {
    /** 发牌机关代号 (GA 36): a province's character and a letter. */
    private static final Pattern REGION = Pattern.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]");

    private static final int OWNERS_MAX = 30;
    private static final int YEARS_AHEAD = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private PaperRules() {}

    public static List<FieldFault> faultsOf(VehiclePapers papers, LocalDate today) {
        var faults = new ArrayList<FieldFault>();
        var region = papers.plateRegion();
        if (region != null && !REGION.matcher(region).matches()) {
            faults.add(new FieldFault("papers.plateRegion", "vehicle.field.plate-region"));
        }
        var owners = papers.previousOwners();
        if (owners != null && (owners < 0 || owners > OWNERS_MAX)) {
            faults.add(new FieldFault("papers.previousOwners", "vehicle.field.previous-owners"));
        }
        if (isOutOfReach(papers.inspectionUntil(), today)) {
            faults.add(new FieldFault("papers.inspectionUntil", "vehicle.field.until"));
        }
        if (isOutOfReach(papers.insuranceUntil(), today)) {
            faults.add(new FieldFault("papers.insuranceUntil", "vehicle.field.until"));
        }
        return List.copyOf(faults);
    }

    /** @param papers null where nothing was said of them */
    public static Set<VehicleSign> signsOf(VehicleKind kind, boolean isNumbered, @Nullable VehiclePapers papers) {
        var signs = EnumSet.noneOf(VehicleSign.class);
        if (!isNumbered) {
            signs.add(VehicleSign.NUMBER_MISSING);
        }
        if (papers == null) {
            signs.add(VehicleSign.PAPERS_NOT_STATED);
            return signs;
        }
        if (kind.isRegistered() && !(papers.registrationCertificate() && papers.vehicleLicence())) {
            signs.add(VehicleSign.UNDOCUMENTED);
        }
        if (papers.scrapped()) {
            signs.add(VehicleSign.SCRAPPED);
        }
        if (papers.mortgaged()) {
            signs.add(VehicleSign.MORTGAGED);
        }
        return signs;
    }

    private static boolean isOutOfReach(@Nullable LocalDate day, LocalDate today) {
        return day != null && (day.isBefore(FIRST_DAY) || day.isAfter(today.plusYears(YEARS_AHEAD)));
    }
}
