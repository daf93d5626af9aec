package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.domain.NotificationKind;
import io.xunshi.platform.messaging.storage.NotificationRepository.Addressed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells people what other modules have to say. */
@Component
class PublishedNotices implements Notices {
    private final NotifyPeople notifyPeople;
    private final LiveNews liveNews;

    PublishedNotices(NotifyPeople notifyPeople, LiveNews liveNews) {
        this.notifyPeople = notifyPeople;
        this.liveNews = liveNews;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> tell(List<Notice> people, Kind kind, UUID subject, UUID eventId, Instant at) {
        var addressed = people.stream()
                .sorted(Comparator.comparing(notice -> notice.to().value()))
                .map(notice -> new Addressed(notice.to(), notice.parameters()))
                .toList();
        return addressed.isEmpty()
                ? Mono.empty()
                : notifyPeople
                        .notify(addressed, kindOf(kind), subject, eventId, at)
                        .flatMap(told -> liveNews.tell(
                                told.stream().map(LiveNews::notification).toList()));
    }

    private static NotificationKind kindOf(Kind kind) {
        return switch (kind) {
            case SAVED_PRICE_DROPPED -> NotificationKind.SAVED_PRICE_DROPPED;
            case SAVED_SOLD -> NotificationKind.SAVED_SOLD;
            case SAVED_AVAILABLE -> NotificationKind.SAVED_AVAILABLE;
            case SEARCH_MATCHED -> NotificationKind.SEARCH_MATCHED;
            case SEARCH_DIGEST -> NotificationKind.SEARCH_DIGEST;
            case SELLER_LISTED -> NotificationKind.SELLER_LISTED;
            case WANTED_MATCHED -> NotificationKind.WANTED_MATCHED;
            case WANTED_ENDING -> NotificationKind.WANTED_ENDING;
            case WANTED_APPROVED -> NotificationKind.WANTED_APPROVED;
            case WANTED_REFUSED -> NotificationKind.WANTED_REFUSED;
            case CREDIT_APPEAL_GRANTED -> NotificationKind.CREDIT_APPEAL_GRANTED;
            case CREDIT_APPEAL_REFUSED -> NotificationKind.CREDIT_APPEAL_REFUSED;
            case ARCHIVE_READY -> NotificationKind.ARCHIVE_READY;
            case STALL_ASSIGNED -> NotificationKind.STALL_ASSIGNED;
            case STALL_GIVEN_AWAY -> NotificationKind.STALL_GIVEN_AWAY;
            case MARKET_DAY_CANCELLED -> NotificationKind.MARKET_DAY_CANCELLED;
            case LOT_FITS_DEMAND -> NotificationKind.LOT_FITS_DEMAND;
            case DEMAND_FITS_LOT -> NotificationKind.DEMAND_FITS_LOT;
            case LOT_FOUND -> NotificationKind.LOT_FOUND;
            case DEMAND_FOUND -> NotificationKind.DEMAND_FOUND;
            case LOT_PROPOSED -> NotificationKind.LOT_PROPOSED;
            case PROPOSAL_REFUSED -> NotificationKind.PROPOSAL_REFUSED;
            case DEAL_AGREED -> NotificationKind.DEAL_AGREED;
            case DEAL_SIGNED -> NotificationKind.DEAL_SIGNED;
            case DEAL_LAPSED -> NotificationKind.DEAL_LAPSED;
            case DEAL_PAYMENT_DUE -> NotificationKind.DEAL_PAYMENT_DUE;
            case DEAL_PAYMENT_HELD -> NotificationKind.DEAL_PAYMENT_HELD;
            case DEAL_PAYMENT_LATE -> NotificationKind.DEAL_PAYMENT_LATE;
            case DEAL_CLOSED -> NotificationKind.DEAL_CLOSED;
            case DEAL_INVOICED -> NotificationKind.DEAL_INVOICED;
            case DEAL_INVOICE_OBJECTED -> NotificationKind.DEAL_INVOICE_OBJECTED;
            case DEAL_INVOICE_REVERSED -> NotificationKind.DEAL_INVOICE_REVERSED;
            case DELIVERY_MOVED -> NotificationKind.DELIVERY_MOVED;
            case DELIVERY_CLAIMED -> NotificationKind.DELIVERY_CLAIMED;
            case DELIVERY_SETTLED -> NotificationKind.DELIVERY_SETTLED;
            case DELIVERY_PRICE_CALLED -> NotificationKind.DELIVERY_PRICE_CALLED;
            case DELIVERY_PRICE_TO_CALL -> NotificationKind.DELIVERY_PRICE_TO_CALL;
            case TENDER_INVITED -> NotificationKind.TENDER_INVITED;
            case TENDER_ASKED -> NotificationKind.TENDER_ASKED;
            case TENDER_ANSWERED -> NotificationKind.TENDER_ANSWERED;
            case TENDER_TO_DECIDE -> NotificationKind.TENDER_TO_DECIDE;
            case TENDER_LOST -> NotificationKind.TENDER_LOST;
            case TENDER_ENDED -> NotificationKind.TENDER_ENDED;
            case AUCTION_OUTBID -> NotificationKind.AUCTION_OUTBID;
            case AUCTION_BID_TO_OPEN -> NotificationKind.AUCTION_BID_TO_OPEN;
            case AUCTION_FINAL_ROUND -> NotificationKind.AUCTION_FINAL_ROUND;
            case AUCTION_WON -> NotificationKind.AUCTION_WON;
            case AUCTION_SECOND_ASKED -> NotificationKind.AUCTION_SECOND_ASKED;
            case AUCTION_LOST -> NotificationKind.AUCTION_LOST;
            case AUCTION_DECISION_WANTED -> NotificationKind.AUCTION_DECISION_WANTED;
            case AUCTION_SOLD -> NotificationKind.AUCTION_SOLD;
            case AUCTION_FAILED -> NotificationKind.AUCTION_FAILED;
            case LICENCE_APPROVED -> NotificationKind.LICENCE_APPROVED;
            case LICENCE_REFUSED -> NotificationKind.LICENCE_REFUSED;
            case LICENCE_ENDING -> NotificationKind.LICENCE_ENDING;
            case LICENCE_EXPIRED -> NotificationKind.LICENCE_EXPIRED;
            case ORGANISATION_INVITED -> NotificationKind.ORGANISATION_INVITED;
            case WEBHOOK_FAILED -> NotificationKind.WEBHOOK_FAILED;
        };
    }
}
