package io.xunshi.platform.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * What a vehicle identification number says.
 *
 * @param makerZh null where the identifier is not in the reference file
 * @param country where the identifier was given out, ISO 3166; null where that is not known
 * @param modelYear null where the character stands for none
 */
public record DecodedVin(
        String wmi,
        @Nullable String makerZh,
        @Nullable String makerEn,
        @Nullable String country,
        @Nullable Integer modelYear) {}
