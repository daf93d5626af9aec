package io.xunshi.platform.shipping.domain;

import io.xunshi.platform.shipping.MaskedRecipient;
import io.xunshi.platform.shipping.ShippingLabel;

/**
 * Where somebody receives or sends parcels.
 *
 * @param phone a mobile number of the mainland, eleven digits
 * @param province of GB/T 2260, two digits
 * @param city city and county
 * @param street the rest, down to the door
 */
public record PostalAddress(String name, String phone, String province, String city, String street) {
    private static final int PHONE_TAIL = 4;
    private static final String HIDDEN = "**";

    /** As far as the other side needs to know. */
    public MaskedRecipient masked() {
        return new MaskedRecipient(maskedName(), maskedPhone(), province, city);
    }

    /** As a label shows it. */
    public ShippingLabel.Party onLabel() {
        return new ShippingLabel.Party(maskedName(), maskedPhone(), province, city, street);
    }

    /** Tells nothing: addresses must not get into a log. */
    @Override
    public String toString() {
        return "PostalAddress in " + province;
    }

    private String maskedName() {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    private String maskedPhone() {
        return "*******" + phone.substring(phone.length() - PHONE_TAIL);
    }
}
