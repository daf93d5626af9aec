package io.xunshi.platform.deal;

import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has won of a lot.
 *
 * @param holder who holds the lot and gives this part of it; null where the lot is simply offered
 * @param quantity grams or pieces, positive
 * @param price for a tonne or a piece; of a lot with a formula, what is added to that
 */
public record Award(LotId lot, @Nullable UUID holder, OrganisationId buyer, long quantity, Money price) {}
