package io.xunshi.platform.vehicle;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that is refused about vehicles. */
public enum VehicleProblem implements ProblemCode {
    /** Such goods have no vehicle papers. */
    NOT_A_VEHICLE("vehicle.not-a-vehicle", ProblemCategory.UNPROCESSABLE);

    private final String code;
    private final ProblemCategory category;

    VehicleProblem(String code, ProblemCategory category) {
        this.code = code;
        this.category = category;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemCategory category() {
        return category;
    }
}
