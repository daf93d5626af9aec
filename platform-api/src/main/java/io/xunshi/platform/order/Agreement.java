package io.xunshi.platform.order;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;

/**
 * What a buyer and a seller have agreed on (合意).
 *
 * @param price in place of the price that the listing asks
 * @param isBuyerHere whether it is the buyer who agrees now; otherwise they must hear of it before they can pay
 */
public record Agreement(AccountId buyer, ListingId listing, Money price, boolean isBuyerHere) {}
