package io.xunshi.platform.listing;

import java.time.LocalDate;

/**
 * That somebody licensed has certified a thing.
 *
 * @param code of the certificate, under which everybody reads it
 * @param conditionCode the grade that was found
 * @param seal number of the seal on the thing
 * @param sha256 of the certificate, hexadecimal
 * @param validUntil the last day
 * @param ofThisVersion whether the listing still says what was certified
 */
public record AppraisalMark(
        String code, String conditionCode, String seal, String sha256, LocalDate validUntil, boolean ofThisVersion) {}
