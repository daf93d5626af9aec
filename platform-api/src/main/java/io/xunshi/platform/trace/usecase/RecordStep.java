package io.xunshi.platform.trace.usecase;

import io.xunshi.platform.auction.AuctionEvents;
import io.xunshi.platform.auction.AuctionEvents.AuctionFacts;
import io.xunshi.platform.auction.AuctionEvents.DepositMoved;
import io.xunshi.platform.clearing.ClearingEvents;
import io.xunshi.platform.consignment.ConsignmentEvents.SoldOverCounter;
import io.xunshi.platform.corner.CornerEvents.BookSwapped;
import io.xunshi.platform.custody.CustodyEvents.BatchEntered;
import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.exchange.LotEvents;
import io.xunshi.platform.exchange.LotEvents.LotAssayed;
import io.xunshi.platform.exchange.LotEvents.LotPictured;
import io.xunshi.platform.fulfilment.FulfilmentEvents;
import io.xunshi.platform.fulfilment.FulfilmentEvents.Sealed;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.marketday.MarketDayEvents.StallSold;
import io.xunshi.platform.order.GiftEvents.GiftGiven;
import io.xunshi.platform.order.OrderEvents;
import io.xunshi.platform.order.OrderEvents.DisputeEnded;
import io.xunshi.platform.order.RentalEvents.RentalSettled;
import io.xunshi.platform.order.SwapEvents.ThingSwapped;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.purpose.PurposeEvents.PersonalDataSeen;
import io.xunshi.platform.tender.TenderEvents;
import io.xunshi.platform.tender.TenderEvents.TenderAwarded;
import io.xunshi.platform.tender.TenderEvents.TenderClosed;
import io.xunshi.platform.tender.TenderEvents.TenderFacts;
import io.xunshi.platform.tender.TenderEvents.TenderPublished;
import io.xunshi.platform.trace.storage.LogRepository;
import io.xunshi.transparency.record.OfficerRecord;
import io.xunshi.transparency.record.Particulars;
import io.xunshi.transparency.record.TradeRecord;
import io.xunshi.transparency.record.TradeRecord.Step;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Queues a step of a trade for the log, in the transaction of the reaction: an event becomes one record. */
@Component
public class RecordStep {
    /** The category of all that stands in book corners. */
    private static final String BOOKS = "book";

    private final LogRepository log;
    private final Salts salts;

    RecordStep(LogRepository log, Salts salts) {
        this.log = log;
        this.salts = salts;
    }

    public Mono<Void> record(Step step, OrderEvents event) {
        return record(step, event, null);
    }

    /** How a dispute ended; the trade's other records stay as they are. */
    public Mono<Void> recordOutcome(DisputeEnded event) {
        var step = event.judged() ? Step.DISPUTE_DECIDED : Step.DISPUTE_SETTLED;
        return record(step, event, event.refund().amount());
    }

    private Mono<Void> record(Step step, OrderEvents event, @Nullable Long refundFen) {
        var order = event.order();
        return add(
                event,
                order.orderId(),
                order.buyer(),
                order.seller(),
                (buyer, seller) -> record(step, event, buyer, seller, refundFen));
    }

    /** The buyer is nobody whom we know: the sale itself stands for them, and for a consignor without an account. */
    public Mono<Void> record(SoldOverCounter event) {
        var sale = event.sale();
        var consignor = sale.consignor() == null ? new AccountId(sale.agreementId()) : sale.consignor();
        return add(
                event,
                sale.saleId(),
                new AccountId(sale.saleId()),
                consignor,
                (buyer, seller) -> record(event, buyer, seller));
    }

    private static TradeRecord record(SoldOverCounter event, String buyer, String seller) {
        var sale = event.sale();
        return new TradeRecord(
                Step.COUNTER_SOLD,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                sale.code(),
                sale.categoryCode(),
                sale.districtCode(),
                sale.conditionCode(),
                sale.price().amount(),
                0,
                sale.snapshotHash(),
                buyer,
                seller,
                Particulars.ofPoint(sale.pointCode()));
    }

    /** The swap itself stands for whoever took the book, the corner for whoever gave it: no reader is in the log. */
    public Mono<Void> record(BookSwapped event) {
        return add(
                event,
                event.movementId(),
                new AccountId(event.movementId()),
                new AccountId(event.swap().corner().value()),
                (reader, giver) -> record(event, reader, giver));
    }

    private static TradeRecord record(BookSwapped event, String reader, String giver) {
        var swap = event.swap();
        return new TradeRecord(
                Step.BOOK_SWAPPED,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                swap.code(),
                BOOKS,
                swap.districtCode(),
                swap.conditionCode(),
                0,
                0,
                swap.bookHash(),
                reader,
                giver,
                Particulars.ofPoint(swap.cornerCode()));
    }

    /** A rental that is over; its buyer is who had the thing, its price the rent. */
    public Mono<Void> record(RentalSettled event) {
        var rental = event.rental();
        return add(
                event,
                rental.rentalId(),
                rental.tenant(),
                rental.owner(),
                (tenant, owner) -> record(event, tenant, owner));
    }

    /** A thing that was swapped; its buyer is who got it, its price what it was offered at. */
    public Mono<Void> record(ThingSwapped event) {
        return add(
                event,
                event.swap().swapId(),
                event.receiver().person(),
                event.giver().person(),
                (receiver, giver) -> record(event, receiver, giver));
    }

    /** A thing that was given away; its buyer is who has it now. */
    public Mono<Void> record(GiftGiven event) {
        var gift = event.gift();
        return add(
                event,
                gift.giftId(),
                event.receiver(),
                gift.giver(),
                (receiver, giver) -> record(event, receiver, giver));
    }

    /** The buyer is nobody whom we know: the sale itself stands for them. */
    public Mono<Void> record(StallSold event) {
        var sale = event.sale();
        return add(
                event,
                event.saleId(),
                new AccountId(event.saleId()),
                sale.seller(),
                (buyer, seller) -> record(event, buyer, seller));
    }

    private static TradeRecord record(StallSold event, String buyer, String seller) {
        var sale = event.sale();
        return new TradeRecord(
                sale.isListed() ? Step.STALL_SOLD : Step.STALL_SOLD_UNLISTED,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                sale.code(),
                sale.categoryCode(),
                sale.districtCode(),
                sale.conditionCode(),
                sale.price().amount(),
                0,
                sale.snapshotHash(),
                buyer,
                seller,
                new Particulars(sale.wipeCertificate(), null, sale.dayCode(), null));
    }

    public Mono<Void> record(LotAssayed event) {
        return recordOfLot(
                Step.LOT_ASSAYED,
                event,
                event.code(),
                event.materialCode(),
                event.areaCode(),
                event.seller(),
                event.reportHash());
    }

    public Mono<Void> record(LotPictured event) {
        return recordOfLot(
                Step.LOT_PICTURED,
                event,
                event.code(),
                event.materialCode(),
                event.areaCode(),
                event.seller(),
                event.picturesHash());
    }

    /** The lot stands for its buyer, whom it does not have yet. */
    private Mono<Void> recordOfLot(
            Step step,
            LotEvents event,
            String code,
            String material,
            String area,
            OrganisationId sellingOrganisation,
            String hash) {
        var lot = event.lotId().value();
        return add(
                event,
                lot,
                new AccountId(lot),
                new AccountId(sellingOrganisation.value()),
                (nobody, seller) -> new TradeRecord(
                        step,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.eventId(),
                        code,
                        material,
                        area,
                        "",
                        0,
                        0,
                        hash,
                        nobody,
                        seller));
    }

    /**
     * Whose material it is stands for its buyer; who gave it, or else the batch itself, for its seller. As with deals
     * the commitments hold for this batch only, so that nobody counts what a firm processes.
     */
    public Mono<Void> record(BatchEntered event) {
        var batch = event.batchId();
        var giver = event.counterparty();
        return salts.of(new AccountId(batch))
                .map(salt -> new TradeRecord(
                        Step.CUSTODY_CHANGED,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.eventId(),
                        event.code(),
                        event.materialCode(),
                        event.areaCode(),
                        "",
                        0,
                        0,
                        event.hash(),
                        hmac(salt, event.organisation().toString()),
                        hmac(salt, giver == null ? batch.toString() : giver.toString())))
                .flatMap(said -> log.add(event.eventId(), batch, said.bytes()));
    }

    public Mono<Void> record(DealSigned event) {
        var deal = event.deal();
        return recordOfDeal(
                Step.CONTRACT_SIGNED,
                event,
                event.dealId(),
                new Sealed(
                        deal.code(),
                        deal.seller(),
                        deal.buyer(),
                        deal.materialCode(),
                        deal.areaCode(),
                        deal.contractHash()));
    }

    /** Like the contract itself, of which it is a step. */
    public Mono<Void> record(Step step, FulfilmentEvents event) {
        return recordOfDeal(step, event, event.dealId(), event.seal());
    }

    /** Of the deal that it is paid for, like its other steps. */
    public Mono<Void> record(Step step, ClearingEvents event) {
        var deal = event.deal();
        return recordOfDeal(
                step,
                event,
                deal.id(),
                new Sealed(
                        deal.code(), deal.seller(), deal.buyer(), deal.materialCode(), deal.areaCode(), event.hash()));
    }

    /**
     * What a deal comes to is a secret of its two sides. So no record of it has an amount; under the deal's own salt
     * its organisations are known again in no other deal, and nobody who guesses what was hashed can tell that it is
     * right.
     */
    private Mono<Void> recordOfDeal(Step step, DomainEvent event, DealId deal, Sealed seal) {
        return salts.of(new AccountId(deal.value()))
                .map(salt -> new TradeRecord(
                        step,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.eventId(),
                        seal.code(),
                        seal.materialCode(),
                        seal.areaCode(),
                        "",
                        0,
                        0,
                        hmac(salt, seal.hash()),
                        hmac(salt, seal.buyer().toString()),
                        hmac(salt, seal.seller().toString())))
                .flatMap(said -> log.add(event.eventId(), deal.value(), said.bytes()));
    }

    public Mono<Void> record(TenderPublished event) {
        return record(Step.TENDER_PUBLISHED, event, event.tender(), event.contentHash());
    }

    public Mono<Void> record(TenderClosed event) {
        return record(Step.TENDER_CLOSED, event, event.tender(), event.quotesHash());
    }

    public Mono<Void> record(TenderAwarded event) {
        return record(Step.TENDER_AWARDED, event, event.tender(), event.awardHash());
    }

    /** The seller is nobody: the tender itself stands for them; its deals have records of their own. */
    private Mono<Void> record(Step step, TenderEvents event, TenderFacts tender, String hash) {
        var id = event.tenderId().value();
        return add(
                event,
                id,
                new AccountId(tender.buyer().value()),
                new AccountId(id),
                (buyer, nobody) -> new TradeRecord(
                        step,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.eventId(),
                        tender.code(),
                        tender.materialCode(),
                        tender.areaCode(),
                        "",
                        0,
                        0,
                        hash,
                        buyer,
                        nobody));
    }

    /**
     * The auction stands for its bidders: who they are is in the contract. What happened is in the public record of the
     * auction, and its hash here.
     */
    public Mono<Void> record(Step step, AuctionEvents event, AuctionFacts auction) {
        return record(step, event, auction, 0);
    }

    /** Who paid a deposit is not told either; the price is how much it was. */
    public Mono<Void> record(DepositMoved event) {
        var step = switch (event.state()) {
            case HELD -> Step.DEPOSIT_HELD;
            case CONVERTED -> Step.DEPOSIT_CONVERTED;
            case RELEASED, REFUNDED -> Step.DEPOSIT_RETURNED;
            case FORFEITED -> Step.DEPOSIT_FORFEITED;
            case NONE -> throw new IllegalArgumentException("No deposit becomes unpaid");
        };
        return record(step, event, event.auction(), event.amount().amount());
    }

    private Mono<Void> record(Step step, AuctionEvents event, AuctionFacts auction, long fen) {
        return add(
                event,
                event.auctionId().value(),
                new AccountId(event.auctionId().value()),
                new AccountId(auction.seller().value()),
                (bidders, seller) -> new TradeRecord(
                        step,
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.eventId(),
                        auction.code(),
                        auction.materialCode(),
                        auction.areaCode(),
                        "",
                        fen,
                        0,
                        auction.hash(),
                        bidders,
                        seller));
    }

    /**
     * One record of an event, whose parties are commitments.
     *
     * @param trade whose step it is
     */
    private Mono<Void> add(
            DomainEvent event,
            UUID trade,
            AccountId buyer,
            AccountId seller,
            BiFunction<String, String, TradeRecord> record) {
        return commitment(buyer)
                .flatMap(whoBuys -> commitment(seller).map(whoSells -> record.apply(whoBuys, whoSells)))
                .flatMap(said -> log.add(event.eventId(), trade, said.bytes()));
    }

    /**
     * Under a salt of the look alone: were it the person's, whoever knows their records of trades would see that they
     * are looked at.
     */
    public Mono<Void> record(PersonalDataSeen event) {
        var person = event.person() == null
                ? event.lookId().toString()
                : event.person().toString();
        return salts.of(new AccountId(event.lookId()))
                .map(salt -> new OfficerRecord(
                        event.at().truncatedTo(ChronoUnit.MILLIS),
                        event.lookId().toString(),
                        event.purpose().name(),
                        event.sight().name(),
                        hmac(salt, event.officer().toString()),
                        hmac(salt, person),
                        hmac(salt, event.statementHash())))
                .flatMap(said -> log.add(event.eventId(), event.lookId(), said.bytes()));
    }

    private Mono<String> commitment(AccountId person) {
        return salts.of(person).map(salt -> hmac(salt, person.toString()));
    }

    private static TradeRecord record(
            Step step, OrderEvents event, String buyer, String seller, @Nullable Long refundFen) {
        var order = event.order();
        return new TradeRecord(
                step,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                order.code(),
                order.categoryCode(),
                order.districtCode(),
                order.conditionCode(),
                order.price().amount(),
                order.fee().amount(),
                order.snapshotHash(),
                buyer,
                seller,
                new Particulars(order.wipeCertificate(), refundFen, null, order.pieces()));
    }

    private static TradeRecord record(RentalSettled event, String tenant, String owner) {
        var rental = event.rental();
        return new TradeRecord(
                Step.RENTED,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                rental.code(),
                rental.categoryCode(),
                rental.districtCode(),
                rental.conditionCode(),
                rental.rent().amount(),
                rental.fee().amount(),
                rental.snapshotHash(),
                tenant,
                owner);
    }

    /** The fee is that of a balance, which nothing else in the record tells of. */
    private static TradeRecord record(ThingSwapped event, String receiver, String giver) {
        var given = event.giver();
        return new TradeRecord(
                Step.SWAPPED,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                event.swap().code(),
                given.categoryCode(),
                given.districtCode(),
                given.conditionCode(),
                given.worth().amount(),
                given.fee().amount(),
                given.snapshotHash(),
                receiver,
                giver);
    }

    private static TradeRecord record(GiftGiven event, String receiver, String giver) {
        var thing = event.thing();
        return new TradeRecord(
                Step.GIFTED,
                event.at().truncatedTo(ChronoUnit.MILLIS),
                event.eventId(),
                event.gift().code(),
                thing.categoryCode(),
                thing.districtCode(),
                thing.conditionCode(),
                0,
                0,
                thing.snapshotHash(),
                receiver,
                giver);
    }

    private static String hmac(byte[] salt, String person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(person.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
