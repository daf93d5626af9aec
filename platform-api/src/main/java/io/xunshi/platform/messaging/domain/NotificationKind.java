package io.xunshi.platform.messaging.domain;

/**
 * What people are told of; each may be told in the app, by e-mail, by text message and on subscribed browsers, as
 * everybody chooses.
 */
public enum NotificationKind {
    ORDER_PLACED(true, false),
    ORDER_PAID(true, true),
    /** Paid for, and to be sent within days. */
    ORDER_SHIPMENT_WANTED(true, true),
    ORDER_SHIPMENT_DUE(true, true),
    ORDER_SHIPMENT_CANCELLATION_BEGUN(true, true),
    ORDER_SHIPPED(true, false),
    ORDER_DELIVERED(true, true),
    ORDER_PARCEL_LOST(true, true),
    ORDER_HANDED_OVER(true, true),
    HANDOVER_OBJECTED(true, true),
    ORDER_COMPLETED(true, false),
    ORDER_EXPIRED(false, false),
    ORDER_CANCELLATION_BEGUN(true, false),
    ORDER_CANCELLED(true, false),
    ORDER_REFUNDED(true, false),
    OFFER_RECEIVED(true, false),
    OFFER_COUNTERED(true, false),
    OFFER_ACCEPTED(true, true),
    OFFER_DECLINED(false, false),
    OFFER_ENDED(false, false),
    DISPUTE_OPENED(true, true),
    /** Something happened in a dispute that the other side did. */
    DISPUTE_MOVED(true, false),
    DISPUTE_DECIDED(true, true),
    DISPUTE_CLOSED(true, false),
    /** A moderator let a listing of theirs through. */
    LISTING_APPROVED(true, false),
    LISTING_REFUSED(true, false),
    /** A thing of theirs on consignment; its money waits at the point. */
    CONSIGNMENT_SOLD(true, true),
    /** It is gone, and the point owes them for it. */
    CONSIGNMENT_LOST(true, true),
    /** Before its price goes down, by the agreement. */
    CONSIGNMENT_MARKDOWN_AHEAD(true, false),
    CONSIGNMENT_END_AHEAD(true, true),
    /** Its term is over, and it waits to be fetched. */
    CONSIGNMENT_ENDED(true, true),
    RENTAL_PAID(true, true),
    RENTAL_OVERDUE(true, true),
    RENTAL_RETURNED(true, false),
    /** Who does not answer owes what is claimed. */
    RENTAL_DAMAGE_CLAIMED(true, true),
    RENTAL_DAMAGE_CONTESTED(true, false),
    RENTAL_SETTLED(true, false),
    RENTAL_CANCELLATION_BEGUN(true, false),
    SWAP_PROPOSED(true, false),
    /** All said yes, and a balance has to be paid. */
    SWAP_ACCEPTED(true, true),
    /** They may meet. */
    SWAP_AGREED(true, true),
    SWAP_PROPOSAL_ENDED(false, false),
    SWAP_CALLED_OFF(true, false),
    /** What was handed over has to be brought back. */
    SWAP_RETURN_DUE(true, true),
    SWAP_SETTLED(true, false),
    /** Somebody kept a thing. */
    SWAP_BROKEN(true, true),
    /** The first asks for a gift of theirs; the others are seen on its page. */
    GIFT_ASKED(false, false),
    GIFT_CHOICE_DUE(true, false),
    GIFT_DRAWN(false, false),
    /** Who does not come in time loses it. */
    GIFT_PROMISED(true, false),
    GIFT_NOT_FETCHED(true, false),
    GIFT_DECLINED(true, false),
    GIFT_PROMISE_BROKEN(true, false),
    GIFT_GIVEN(false, false),
    GIFT_ENDED(false, false),
    /** A message has waited for some minutes. */
    MESSAGE_WAITING(false, false),
    /** Once a day, what still waits; never in the app, where it is seen anyway. */
    MESSAGE_DIGEST(true, false),
    SAVED_PRICE_DROPPED(false, false),
    SAVED_SOLD(false, false),
    SAVED_AVAILABLE(false, false),
    SEARCH_MATCHED(true, false),
    SEARCH_DIGEST(true, false),
    SELLER_LISTED(false, false),
    /** A listing that fits a wanted post of theirs. */
    WANTED_MATCHED(true, false),
    /** Somebody says that they have what a wanted post looks for. */
    WANTED_ANSWERED(true, false),
    WANTED_ENDING(false, false),
    WANTED_APPROVED(false, false),
    WANTED_REFUSED(true, false),
    CREDIT_APPEAL_GRANTED(true, false),
    CREDIT_APPEAL_REFUSED(true, false),
    /** A moderator looked at a report that they made. */
    REPORT_DECIDED(false, false),
    /** A moderator warns them for what they wrote. */
    CONDUCT_WARNED(true, false),
    /** They may write to nobody for a while. */
    CONDUCT_MUTED(true, true),
    /** Another moderator looked at what they said against it. */
    MUTE_APPEAL_GRANTED(true, false),
    MUTE_APPEAL_REFUSED(true, false),
    /** Somebody on a market day's waiting list has a stall, perhaps within the hour. */
    STALL_ASSIGNED(true, true),
    STALL_GIVEN_AWAY(true, false),
    MARKET_DAY_CANCELLED(true, true),
    /** A lot that fits a demand of an organisation of theirs. */
    LOT_FITS_DEMAND(true, false),
    /** A demand that a lot of an organisation of theirs fits. */
    DEMAND_FITS_LOT(true, false),
    /** A lot that a saved search of theirs finds. */
    LOT_FOUND(true, false),
    /** A demand that a saved search of theirs finds. */
    DEMAND_FOUND(true, false),
    /** A word that binds the other side for a day. */
    LOT_PROPOSED(true, false),
    PROPOSAL_REFUSED(false, false),
    /** A contract that has to be signed within two days. */
    DEAL_AGREED(true, true),
    DEAL_SIGNED(true, false),
    DEAL_LAPSED(true, false),
    /** A contract or a statement wants to be paid within days. */
    DEAL_PAYMENT_DUE(true, true),
    DEAL_PAYMENT_HELD(true, false),
    DEAL_PAYMENT_LATE(true, true),
    DEAL_CLOSED(true, false),
    DEAL_INVOICED(true, false),
    DEAL_INVOICE_OBJECTED(true, false),
    /** Whoever has set it off already has to take that back. */
    DEAL_INVOICE_REVERSED(true, true),
    DELIVERY_MOVED(true, false),
    /** Who does not answer in three days agrees. */
    DELIVERY_CLAIMED(true, true),
    DELIVERY_SETTLED(true, false),
    DELIVERY_PRICE_CALLED(true, false),
    /** What is not called in time gets the last day's fixing. */
    DELIVERY_PRICE_TO_CALL(true, true),
    TENDER_INVITED(true, false),
    TENDER_ASKED(true, false),
    TENDER_ANSWERED(false, false),
    /** Who does not decide in time is counted. */
    TENDER_TO_DECIDE(true, true),
    TENDER_LOST(true, false),
    TENDER_ENDED(true, false),
    /** Somebody has bid more at an English auction. */
    AUCTION_OUTBID(true, false),
    /** A sealed bid has to be opened, or its deposit is lost. */
    AUCTION_BID_TO_OPEN(true, true),
    /** A sealed bid is equal to the best: it can be made once more. */
    AUCTION_FINAL_ROUND(true, true),
    /** There is a contract to sign, or the deposit is lost. */
    AUCTION_WON(true, true),
    /** The winner has failed, and whoever bid next may sign. */
    AUCTION_SECOND_ASKED(true, true),
    /** Others have the goods, or nobody; the deposit goes back. */
    AUCTION_LOST(true, false),
    /** The best bid at the own auction is below the reserve. */
    AUCTION_DECISION_WANTED(true, true),
    /** The own lot is sold; there are contracts to sign. */
    AUCTION_SOLD(true, true),
    /** The own lot was not sold. */
    AUCTION_FAILED(true, false),
    /** An officer approved a licence (证照) of an organisation of theirs. */
    LICENCE_APPROVED(false, false),
    LICENCE_REFUSED(true, false),
    /** A licence ends in some days; without it the organisation cannot trade. */
    LICENCE_ENDING(true, false),
    LICENCE_EXPIRED(true, true),
    ORGANISATION_INVITED(true, false),
    /** A system of theirs hears nothing any more. */
    WEBHOOK_FAILED(true, true),
    /** The archive of one's data can be loaded for a day. */
    ARCHIVE_READY(true, true),
    /** The account was signed in to with a browser that it was never used with. */
    NEW_DEVICE(true, true),
    PASSWORD_CHANGED(true, true),
    CONTACT_CHANGED(true, true);

    private final boolean byEmail;
    private final boolean bySms;

    NotificationKind(boolean byEmail, boolean bySms) {
        this.byEmail = byEmail;
        this.bySms = bySms;
    }

    /** How it is told to who has not chosen: by text message only what waits for a person and costs them money. */
    public NotificationChoice usual() {
        return new NotificationChoice(this, isInApp(), byEmail, bySms, isPushed());
    }

    /** Told whatever was chosen: whoever takes an account over would silence it first. */
    public boolean isSecurity() {
        return this == NEW_DEVICE || this == PASSWORD_CHANGED || this == CONTACT_CHANGED;
    }

    public boolean isInApp() {
        return this != MESSAGE_DIGEST;
    }

    /** Worth waking a telephone for: it waits for the person. */
    public boolean isUrgent() {
        return bySms || this == MESSAGE_WAITING;
    }

    /** What is worth an e-mail, and messages; a browser tells of each that waits and needs no digest. */
    private boolean isPushed() {
        return this == MESSAGE_WAITING || (byEmail && isInApp());
    }
}
