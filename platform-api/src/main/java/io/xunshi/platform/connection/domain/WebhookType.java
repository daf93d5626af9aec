package io.xunshi.platform.connection.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an organisation's systems can hear of. */
public enum WebhookType {
    /** A lot of its own is on offer. */
    LOT_PUBLISHED("io.xunshi.lot.published"),
    /** A lot, or a part of it, left the seller's stock for a buyer. */
    LOT_SOLD("io.xunshi.lot.sold"),
    /** An own lot was taken back, or its last day is over. */
    LOT_ENDED("io.xunshi.lot.ended"),
    /** A demand of its own is before everybody. */
    DEMAND_PUBLISHED("io.xunshi.demand.published"),
    /** An own demand was met or taken back, or its last day is over. */
    DEMAND_ENDED("io.xunshi.demand.ended"),
    /** What it has answers what another looks for, or the other way round. */
    DEMAND_MATCHED("io.xunshi.demand.matched"),
    /** A side said what it would trade for. */
    PROPOSAL_MADE("io.xunshi.proposal.made"),
    PROPOSAL_REFUSED("io.xunshi.proposal.refused"),
    /** There is a contract to sign. */
    DEAL_AGREED("io.xunshi.deal.agreed"),
    DEAL_SIGNED("io.xunshi.deal.signed"),
    /** Not both signed in time. */
    DEAL_LAPSED("io.xunshi.deal.lapsed"),
    /** Bids are taken at an auction that it holds or has paid a deposit for. */
    AUCTION_OPENED("io.xunshi.auction.opened"),
    /** It was ahead, and is not any more. */
    AUCTION_OUTBID("io.xunshi.auction.outbid"),
    AUCTION_DECIDED("io.xunshi.auction.decided"),
    /** The quotes of an own tender are open. */
    TENDER_CLOSED("io.xunshi.tender.closed"),
    /** The buyer has decided. */
    TENDER_AWARDED("io.xunshi.tender.awarded"),
    /** Nobody is awarded anything. */
    TENDER_FAILED("io.xunshi.tender.failed"),
    LOAD_DISPATCHED("io.xunshi.delivery.dispatched"),
    LOAD_WEIGHED("io.xunshi.delivery.weighed"),
    /** A side has read its part of the sample; what it read stays sealed. */
    ASSAY_REPORTED("io.xunshi.delivery.assayed"),
    /** The side that may has called a price. */
    PRICE_CALLED("io.xunshi.delivery.price-called"),
    DELIVERY_ACCEPTED("io.xunshi.delivery.accepted"),
    DELIVERY_FAILED("io.xunshi.delivery.failed"),
    CLAIM_RAISED("io.xunshi.claim.raised"),
    CLAIM_ENDED("io.xunshi.claim.ended"),
    STATEMENT_ISSUED("io.xunshi.statement.issued"),
    BILL_DUE("io.xunshi.bill.due"),
    BILL_PAID("io.xunshi.bill.paid"),
    /** What was asked for is at the bank, or came back. */
    PAYOUT_ENDED("io.xunshi.payout.ended"),
    /** Sent by the button; an endpoint cannot choose it and always hears it. */
    TEST("io.xunshi.test");

    private final String code;

    WebhookType(String code) {
        this.code = code;
    }

    /** The <code>type</code> of its CloudEvents. */
    public String code() {
        return code;
    }

    /** What an endpoint can choose. */
    public static List<WebhookType> choosable() {
        return Arrays.stream(values()).filter(type -> type != TEST).toList();
    }

    /** Empty for what cannot be chosen. */
    public static Optional<WebhookType> ofCode(String code) {
        return choosable().stream().filter(type -> type.code.equals(code)).findFirst();
    }
}
