package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.DepositState;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.UUID;

/**
 * What a bidder has paid to be heard (竞价保证金), and the paddle number that they bid under.
 *
 * @param id what its payment is found by
 * @param paidBy who pays it for the organisation, and gets it back
 */
public record Deposit(
        UUID id,
        AuctionId auction,
        int paddle,
        OrganisationId bidder,
        DepositState state,
        Money amount,
        AccountId paidBy) {}
