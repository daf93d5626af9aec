package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Invoices of some days that were handed to other books at once.
 *
 * @param sha256 of what was handed out, in UTF-8, hexadecimal
 */
public record Batch(
        UUID id,
        OrganisationId organisation,
        LocalDate firstDay,
        LocalDate lastDay,
        int exported,
        int refused,
        String sha256,
        Instant madeAt) {}
