package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Invoices of some days that were handed to other books at once.
 *
 * @param document what was handed out: JSON as <code>docs/schemas/invoice-batch.schema.json</code> describes it
 * @param sha256 of the document in UTF-8, hexadecimal
 */
public record Batch(
        UUID id,
        OrganisationId organisation,
        LocalDate firstDay,
        LocalDate lastDay,
        int exported,
        int refused,
        String document,
        String sha256,
        Instant madeAt) {}
