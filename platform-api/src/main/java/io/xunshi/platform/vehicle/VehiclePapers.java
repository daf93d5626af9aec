package io.xunshi.platform.vehicle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a vehicle's papers.
 *
 * @param registrationCertificate whether the owner has the 机动车登记证书
 * @param vehicleLicence whether the owner has its 行驶证
 * @param purchaseInvoice whether the owner has the 购车发票
 * @param inspectionUntil the last day of the inspection's validity (检验有效期); null where it has none
 * @param insuranceUntil the last day of the compulsory insurance (交强险); null where there is none
 * @param plateRegion 发牌机关代号, <code>豫A</code>; null without a plate
 * @param previousOwners how many owned it before; null where that is not known
 * @param mortgaged whether it is pledged for a debt (抵押登记)
 * @param scrapped whether it was deregistered or must be scrapped
 */
public record VehiclePapers(
        boolean registrationCertificate,
        boolean vehicleLicence,
        boolean purchaseInvoice,
        @Nullable LocalDate inspectionUntil,
        @Nullable LocalDate insuranceUntil,
        @Nullable String plateRegion,
        @Nullable Integer previousOwners,
        boolean mortgaged,
        boolean scrapped) {}
