package io.xunshi.platform.messaging;

import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** How other modules have people told of something; each person hears it in the ways that they have chosen. */
public interface Notices {

    /**
     * Tells them in the caller's transaction; their open pages hear of it once that has committed. It must be the last
     * thing that a transaction does, and the only time that it does it: people are locked in the order of their ids.
     *
     * @param subject the thing that it is about, which a client leads to
     * @param eventId the same id tells the same person the same kind of news once in the app
     */
    Mono<Void> tell(List<Notice> people, Kind kind, UUID subject, UUID eventId, Instant at);

    /**
     * What one person is told.
     *
     * @param parameters what fills the words: <code>title</code>, <code>number</code>, <code>count</code>, <code>search
     *     </code>, and in yuan <code>price</code> and <code>from</code>; where a link leads, <code>path</code>; and the
     *     page that stops such news, <code>offPath</code>
     */
    record Notice(AccountId to, Map<String, String> parameters) {
        public Notice {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What other modules tell of. */
    enum Kind {
        /** A saved listing costs less. */
        SAVED_PRICE_DROPPED,
        SAVED_SOLD,
        /** A saved listing that could not be had is on offer again. */
        SAVED_AVAILABLE,
        /** A listing that a saved search finds. */
        SEARCH_MATCHED,
        /** The day's listings that saved searches find. */
        SEARCH_DIGEST,
        /** Somebody whom the person follows offers something. */
        SELLER_LISTED,
        /** A listing that fits a wanted post (求购). */
        WANTED_MATCHED,
        /** A wanted post ends in a few days. */
        WANTED_ENDING,
        /** A moderator let a wanted post through. */
        WANTED_APPROVED,
        WANTED_REFUSED,
        /** An officer agrees with what a person said against their credit score. */
        CREDIT_APPEAL_GRANTED,
        CREDIT_APPEAL_REFUSED,
        /** The archive of the person's data can be loaded. */
        ARCHIVE_READY,
        /** Somebody on the waiting list of a market day (集市日) has a stall. */
        STALL_ASSIGNED,
        /** Somebody did not come to their stall in time, and it is given away. */
        STALL_GIVEN_AWAY,
        MARKET_DAY_CANCELLED,
        /** Somebody offers a scrap lot that fits a demand of the person's organisation. */
        LOT_FITS_DEMAND,
        /** Somebody looks for what the person's organisation has on offer. */
        DEMAND_FITS_LOT,
        /** A lot that a saved search finds. */
        LOT_FOUND,
        /** A demand of an organisation that a saved search finds. */
        DEMAND_FOUND,
        /** The other side of a negotiation over a scrap lot said a price and waits for an answer. */
        LOT_PROPOSED,
        /** The other side said no. */
        PROPOSAL_REFUSED,
        /** Two organisations agreed; there is a contract to sign. */
        DEAL_AGREED,
        /** Both have signed. */
        DEAL_SIGNED,
        /** Not both signed in time. */
        DEAL_LAPSED,
        /** A deal wants money within days. */
        DEAL_PAYMENT_DUE,
        /** The buyer of a deal has paid; the money is held. */
        DEAL_PAYMENT_HELD,
        /** A deal was not paid in time. */
        DEAL_PAYMENT_LATE,
        /** A deal is settled and paid. */
        DEAL_CLOSED,
        /** The seller of a deal has issued its invoice. */
        DEAL_INVOICED,
        /** The buyer says what is wrong with an invoice. */
        DEAL_INVOICE_OBJECTED,
        /** The seller has taken an invoice back. */
        DEAL_INVOICE_REVERSED,
        /** The delivery of a deal has come a step further, or waits for somebody. */
        DELIVERY_MOVED,
        /** A buyer has said what is wrong with the goods, or a claim has moved. */
        DELIVERY_CLAIMED,
        /** There is a statement of what a delivery comes to. */
        DELIVERY_SETTLED,
        /** The other side of a deal has called a price. */
        DELIVERY_PRICE_CALLED,
        /** The time in which they may call a price will soon be over. */
        DELIVERY_PRICE_TO_CALL,
        /** A buyer asks an organisation of theirs for quotes. */
        TENDER_INVITED,
        /** Somebody asks about a tender of theirs, before all. */
        TENDER_ASKED,
        /** The buyer answered what they asked. */
        TENDER_ANSWERED,
        /** The quotes are open, and wait to be decided about. */
        TENDER_TO_DECIDE,
        /** Somebody else is awarded; <code>count</code> is the rank of their quote. */
        TENDER_LOST,
        /** Nobody is awarded. */
        TENDER_ENDED,
        /** Somebody has bid more at an English auction. */
        AUCTION_OUTBID,
        /** A sealed bid has to be opened, or its deposit is lost. */
        AUCTION_BID_TO_OPEN,
        /** A sealed bid is equal to the best: it can be made once more. */
        AUCTION_FINAL_ROUND,
        /** There is a contract to sign, or the deposit is lost. */
        AUCTION_WON,
        /** The winner has failed, and whoever bid next may sign. */
        AUCTION_SECOND_ASKED,
        /** Others have the goods, or nobody; the deposit goes back. */
        AUCTION_LOST,
        /** The best bid at the own auction is below the reserve. */
        AUCTION_DECISION_WANTED,
        /** The own lot is sold; there are contracts to sign. */
        AUCTION_SOLD,
        /** The own lot was not sold. */
        AUCTION_FAILED,
        /** An officer approved a licence of an organisation that the person owns. */
        LICENCE_APPROVED,
        LICENCE_REFUSED,
        /** A licence ends in some days. */
        LICENCE_ENDING,
        LICENCE_EXPIRED,
        /** Somebody is asked to act for an organisation. */
        ORGANISATION_INVITED,
        /** A system that their organisation connected has not answered for days, and is told nothing any more. */
        WEBHOOK_FAILED
    }
}
