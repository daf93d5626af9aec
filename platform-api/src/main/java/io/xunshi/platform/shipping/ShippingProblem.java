package io.xunshi.platform.shipping;

import io.xunshi.platform.kernel.ProblemCategory;
import io.xunshi.platform.kernel.ProblemCode;

/** Everything that can be refused about parcels. */
public enum ShippingProblem implements ProblemCode {
    ADDRESS_NOT_FOUND("shipping.address-not-found", ProblemCategory.NOT_FOUND),
    /** One that was named for a parcel is not in the person's book. */
    ADDRESS_UNKNOWN("shipping.address-unknown", ProblemCategory.UNPROCESSABLE),
    TOO_MANY_ADDRESSES("shipping.too-many-addresses", ProblemCategory.LIMITED),
    /** Only provinces of the mainland are served. */
    NOT_SHIPPED_THERE("shipping.not-shipped-there", ProblemCategory.UNPROCESSABLE),
    /** The carrier has not given a waybill yet, or has the parcel already. */
    NO_LABEL("shipping.no-label", ProblemCategory.CONFLICT),
    CARRIER_UNAVAILABLE("shipping.carrier-unavailable", ProblemCategory.UNAVAILABLE),
    /** A webhook whose signature is missing, wrong or too old. */
    BAD_SIGNATURE("shipping.bad-signature", ProblemCategory.INVALID);

    private final String code;
    private final ProblemCategory category;

    ShippingProblem(String code, ProblemCategory category) {
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
