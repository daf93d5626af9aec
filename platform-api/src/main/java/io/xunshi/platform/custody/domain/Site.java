package io.xunshi.platform.custody.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/**
 * Where an organisation keeps material (场地).
 *
 * @param areaCode of a district, or {@link io.xunshi.platform.organisation.TradeArea#OUTSIDE}
 * @param isHome whether accepted deliveries lie here first; one site of an organisation
 * @param isProvisional whether no member opened it: what came before there was a site lies there, and the first one
 *     that a member opens is home instead
 */
public record Site(
        UUID id,
        OrganisationId organisation,
        String name,
        String areaCode,
        String address,
        boolean isHome,
        boolean isProvisional,
        Instant openedAt) {}
