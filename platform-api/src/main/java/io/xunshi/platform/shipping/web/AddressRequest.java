package io.xunshi.platform.shipping.web;

import io.xunshi.platform.shipping.domain.PostalAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as its owner writes it.
 *
 * @param phone a mobile number of the mainland
 * @param province of GB/T 2260, two digits
 * @param city city and county
 * @param street the rest, down to the door
 * @param isDefault true makes it the one that is offered first
 */
record AddressRequest(
        @NotNull @Pattern(regexp = "\\s*\\S[^\\p{Cc}\\p{Cs}\\p{Co}]{0,29}")
        String name,

        @NotNull @Pattern(regexp = "1[3-9][0-9]{9}") String phone,
        @NotNull @Pattern(regexp = "[0-9]{2}") String province,

        @NotNull @Pattern(regexp = "\\s*\\S[^\\p{Cc}\\p{Cs}\\p{Co}]{1,39}")
        String city,

        @NotNull @Pattern(regexp = "\\s*\\S[^\\p{Cc}\\p{Cs}\\p{Co}]{1,119}")
        String street,

        @Nullable Boolean isDefault) {

    PostalAddress address() {
        return new PostalAddress(name.strip(), phone, province, city.strip(), street.strip());
    }
}
