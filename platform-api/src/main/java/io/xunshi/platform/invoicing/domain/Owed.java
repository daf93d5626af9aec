package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.fulfilment.StatementView;
import io.xunshi.platform.organisation.OrganisationView;
import java.time.LocalDate;

/**
 * What the invoice of a settled deal has to say: the final statement's figures, to the fen.
 *
 * @param quantity that is paid for, grams or pieces
 * @param agreedOn the first day on which there could have been an invoice
 */
public record Owed(
        DealView deal,
        StatementView statement,
        OrganisationView seller,
        OrganisationView buyer,
        int rateBasisPoints,
        long quantity,
        Vat vat,
        LocalDate agreedOn) {}
