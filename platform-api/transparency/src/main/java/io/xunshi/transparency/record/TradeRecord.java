package io.xunshi.transparency.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One completed step of a trade, as it stands in the log. Holds no personal data: the parties are commitments,
 * HMAC-SHA-256 of their id under a salt of their own, and deleting the salt makes them nobody's. The price is in clear
 * because it was public in the listing, and because everybody shall be able to recompute the figures.
 *
 * @param step what happened
 * @param at to the millisecond
 * @param id the event's id
 * @param order the trade's code, which only its parties and the regulator can connect to people
 * @param priceFen of all pieces, in fen, positive; zero for what no money was paid for
 * @param feeFen in fen, at most the price
 * @param snapshot SHA-256 of what was promised, hexadecimal
 * @param buyer commitment, hexadecimal
 * @param seller commitment, hexadecimal
 * @param particulars what only some steps and some goods have
 */
public record TradeRecord(
        Step step,
        Instant at,
        UUID id,
        String order,
        String category,
        String district,
        String condition,
        long priceFen,
        long feeFen,
        String snapshot,
        String buyer,
        String seller,
        Particulars particulars)
        implements LogRecord {
    private static final long VERSION = 1;
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    /** Those that every record has. */
    private static final int MEMBERS = 12;

    private static final int PARTIES = 2;

    public TradeRecord {
        particulars.checkFor(step, priceFen);
    }

    /** Of a trade between two people, of goods that hold no data, and no outcome of a dispute. */
    public TradeRecord(
            Step step,
            Instant at,
            UUID id,
            String order,
            String category,
            String district,
            String condition,
            long priceFen,
            long feeFen,
            String snapshot,
            String buyer,
            String seller) {
        this(
                step,
                at,
                id,
                order,
                category,
                district,
                condition,
                priceFen,
                feeFen,
                snapshot,
                buyer,
                seller,
                Particulars.NONE);
    }

    @Override
    public byte[] bytes() {
        var members = new TreeMap<String, Object>(Map.ofEntries(
                Map.entry("v", VERSION),
                Map.entry("t", step.type()),
                Map.entry("at", Milliseconds.write(at)),
                Map.entry("id", id.toString()),
                Map.entry("order", order),
                Map.entry("category", category),
                Map.entry("district", district),
                Map.entry("condition", condition),
                Map.entry("priceFen", priceFen),
                Map.entry("feeFen", feeFen),
                Map.entry("snapshot", snapshot),
                Map.entry("c", Map.of("buyer", buyer, "seller", seller))));
        particulars.addTo(members, step);
        return CanonicalJson.write(members);
    }

    /** @throws IllegalArgumentException where the bytes are no canonical record of this version */
    public static TradeRecord read(byte[] bytes) {
        return of(CanonicalJson.read(bytes));
    }

    /** Every member is read in the one way in which it is written: so the record's bytes are those that were read. */
    static TradeRecord of(Object value) {
        if (!(value instanceof Map<?, ?> members)
                || !(members.get("c") instanceof Map<?, ?> parties)
                || !Long.valueOf(VERSION).equals(members.get("v"))) {
            throw new IllegalArgumentException("Not a trade record");
        }
        var step = Step.ofType(text(members, "t"));
        var record = new TradeRecord(
                step,
                instant(members),
                id(members),
                text(members, "order"),
                text(members, "category"),
                text(members, "district"),
                text(members, "condition"),
                number(members, "priceFen"),
                number(members, "feeFen"),
                text(members, "snapshot"),
                text(parties, "buyer"),
                text(parties, "seller"),
                Particulars.in(members, step));
        if (members.size() != MEMBERS + record.particulars.members() || parties.size() != PARTIES) {
            throw new IllegalArgumentException("A trade record has these members and no others");
        }
        return record;
    }

    /** What each piece costs, in fen; of a unique thing its price. */
    public long unitPriceFen() {
        var pieces = particulars.pieces();
        return pieces == null ? priceFen : priceFen / pieces;
    }

    /** The day in the city on which it happened. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, CITY);
    }

    private static UUID id(Map<?, ?> members) {
        var text = text(members, "id");
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("A trade record has a UUID as id");
        }
        return id;
    }

    private static Instant instant(Map<?, ?> members) {
        try {
            return Milliseconds.read(text(members, "at"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A trade record has an instant as at", e);
        }
    }

    static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("A trade record has text as " + name);
    }

    static long number(Map<?, ?> members, String name) {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("A trade record has a number as " + name);
    }

    /** What can happen in a trade that is worth sealing. */
    public enum Step {
        /** The money is in escrow. */
        PAID("order.paid"),
        /** A carrier has the parcel. The price is that of the goods; what shipping costs is in no record. */
        SHIPPED("order.shipped"),
        /** The parcel was delivered. */
        DELIVERED("order.delivered"),
        /** The goods are the buyer's, the money the seller's. */
        COMPLETED("order.completed"),
        /** The money is back with the buyer. */
        REFUNDED("order.refunded"),
        /** The two sides agreed how to end a dispute; the record names the refund. */
        DISPUTE_SETTLED("order.dispute-settled"),
        /** An officer or silence decided a dispute; the record names the refund. */
        DISPUTE_DECIDED("order.dispute-decided"),
        /** A consignment point sold it over its counter, for cash. */
        COUNTER_SOLD("counter.sold"),
        /**
         * A thing was lent, and its deposit is settled. The price is the rent of all days: a rental is no sale, and no
         * figure of sales counts it.
         */
        RENTED("rental.settled"),
        /**
         * A thing was swapped, all of its swap at once. The price is what it was offered at, which nobody paid: no
         * figure of sales counts it.
         */
        SWAPPED("swap.settled"),
        /** 赠送: a thing was given away. The price is zero: a gift is no sale, and no figure of sales counts it. */
        GIFTED("gift.given"),
        /**
         * A book left a school's corner for a credit. No money is paid, so it has no price and no figure of prices
         * counts it; its parties are the swap and the corner, and no reader.
         */
        BOOK_SWAPPED("corner.swapped"),
        /** 集市摊位: something that was listed was sold at a stall of a market day. */
        STALL_SOLD("stall.sold"),
        /**
         * Something that was never listed was sold at a stall. Nobody but the seller has seen it, so no figure of
         * prices counts it.
         */
        STALL_SOLD_UNLISTED("stall.sold-unlisted"),
        /**
         * 再生资源合同: two organisations signed a contract over a scrap lot. The category is the material's code. What a
         * deal comes to is its sides' secret: like its other steps it has no price, and snapshot and parties are HMAC
         * under a salt of the deal. (Until November 2026 they had the amounts and plain hashes, and an organisation was
         * the same in all its deals; such records stay valid.)
         */
        CONTRACT_SIGNED("deal.signed"),
        /** 发车: a vehicle has left with a part of what a contract is over. Like the steps below it has no price. */
        LOAD_DISPATCHED("deal.load-dispatched"),
        /** 过磅: a scale has weighed a load, or somebody has counted it. */
        LOAD_WEIGHED("deal.load-weighed"),
        /** 认可第三方磅: both sides stand by what a scale said that belongs to neither. */
        THIRD_SCALE_AGREED("deal.third-scale-agreed"),
        /** 取样: a sample in four sealed parts. */
        SAMPLE_TAKEN("deal.sample-taken"),
        /** 化验: a side or the umpire has read its part of the sample. */
        ASSAY_REPORTED("deal.assay-reported"),
        /** 点价: the side that may has called the price of a part of the goods. */
        PRICE_CALLED("deal.price-called"),
        /** 验收: the goods are the buyer's. */
        DELIVERY_ACCEPTED("deal.accepted"),
        /** 索赔. */
        CLAIM_RAISED("deal.claim-raised"),
        CLAIM_ENDED("deal.claim-ended"),
        /** 未交货: nothing came in time. */
        DELIVERY_FAILED("deal.delivery-failed"),
        /** 结算单: what a delivery comes to. A later one of the same deal replaces it. */
        STATEMENT_ISSUED("deal.statement-issued"),
        /**
         * 价格观察: a deal's final statement stands, and a price may be made of it when its week is over. The snapshot is a
         * commitment under a secret of the deal; there is no price.
         */
        PRICE_OBSERVED("deal.price-observed"),
        /**
         * 货款托管: the buyer's money for one bill of a deal is held. As with the two after it, what is hashed is the
         * bill's id, its kind and the amount.
         */
        MONEY_HELD("deal.money-held"),
        /** 货款付出: it is the seller's. */
        MONEY_RELEASED("deal.money-released"),
        /** 货款退回: it goes back to the buyer. */
        MONEY_RETURNED("deal.money-returned"),
        /**
         * 货源检验报告: a laboratory's report was attached to a lot that is for sale. The order is the lot's code, the
         * snapshot the hash of the report; the buyer is nobody yet, and there is no price.
         */
        LOT_ASSAYED("lot.assayed"),
        /** 货源照片: what the pictures of a lot that is for sale are; otherwise as {@link #LOT_ASSAYED}. */
        LOT_PICTURED("lot.pictured"),
        /**
         * 询价发布: a buyer asks for quotes. The category is the material's code of its first line, the hash that of all it
         * asks for; the seller is nobody yet, the tender itself stands for them, and there is no price.
         */
        TENDER_PUBLISHED("tender.published"),
        /** 询价截止: the hash is that of all quotes as they stood. */
        TENDER_CLOSED("tender.closed"),
        /** 询价定标: the hash is that of what was awarded. */
        TENDER_AWARDED("tender.awarded"),
        /**
         * 竞价开始: the terms of an auction stand, and its reserve is committed to. As with the two after it, the snapshot
         * is the hash of a line of the auction's public record, and no price is in the record of the log: what is bid
         * is not what is paid.
         */
        AUCTION_OPENED("auction.opened"),
        /** 出价: a bid was taken; of a sealed one nobody can tell more than its hash. */
        AUCTION_BID("auction.bid"),
        /** 竞价结果: it is known who has won, or that nobody has. */
        AUCTION_DECIDED("auction.decided"),
        /**
         * 竞价保证金: a bidder's deposit is held; the price is how much. As with the three after it the snapshot is the hash
         * of a line that names auction, paddle, state and amount, and who the bidder is stands in no record.
         */
        DEPOSIT_HELD("auction.deposit-held"),
        /** 转为履约保证金: the winner's, until the contract is signed. */
        DEPOSIT_CONVERTED("auction.deposit-converted"),
        /** 保证金退还. */
        DEPOSIT_RETURNED("auction.deposit-returned"),
        /** 保证金罚没: it is the seller's. */
        DEPOSIT_FORFEITED("auction.deposit-forfeited"),
        /**
         * 监管链: material was received, delivered, split, merged, processed or counted. The order is the code of the
         * batch, the category the material that was made, the snapshot the hash of its figures; the buyer is whose
         * material it is, and there is no price.
         */
        CUSTODY_CHANGED("custody.changed");

        private static final Map<String, Step> BY_TYPE = byType();

        private final String type;

        Step(String type) {
            this.type = type;
        }

        /** Whether goods were sold with it, so that its price is a price of the market. */
        public boolean isSale() {
            return this == COMPLETED || this == COUNTER_SOLD || this == STALL_SOLD;
        }

        /** How the log names it. */
        public String type() {
            return type;
        }

        /** Whether it names a refund. */
        public boolean isOutcome() {
            return this == DISPUTE_SETTLED || this == DISPUTE_DECIDED;
        }

        /** Whether it is a step of a purchase from a listing, which can be of several pieces. */
        boolean isOfPurchase() {
            return type.startsWith("order.");
        }

        /** Whether it happened at a place that has a public code, and names it. */
        boolean isAtPoint() {
            return mode() != null;
        }

        /** What kind of place that is; null where it happened at none. */
        public @Nullable String mode() {
            return switch (this) {
                case COUNTER_SOLD -> "consignment";
                case BOOK_SWAPPED -> "book-corner";
                case STALL_SOLD, STALL_SOLD_UNLISTED -> "market-day";
                case PAID,
                        SHIPPED,
                        DELIVERED,
                        COMPLETED,
                        REFUNDED,
                        DISPUTE_SETTLED,
                        DISPUTE_DECIDED,
                        RENTED,
                        SWAPPED,
                        GIFTED,
                        CONTRACT_SIGNED,
                        LOAD_DISPATCHED,
                        LOAD_WEIGHED,
                        THIRD_SCALE_AGREED,
                        SAMPLE_TAKEN,
                        ASSAY_REPORTED,
                        PRICE_CALLED,
                        DELIVERY_ACCEPTED,
                        CLAIM_RAISED,
                        CLAIM_ENDED,
                        DELIVERY_FAILED,
                        STATEMENT_ISSUED,
                        PRICE_OBSERVED,
                        MONEY_HELD,
                        MONEY_RELEASED,
                        MONEY_RETURNED,
                        LOT_ASSAYED,
                        LOT_PICTURED,
                        TENDER_PUBLISHED,
                        TENDER_CLOSED,
                        TENDER_AWARDED,
                        AUCTION_OPENED,
                        AUCTION_BID,
                        AUCTION_DECIDED,
                        DEPOSIT_HELD,
                        DEPOSIT_CONVERTED,
                        DEPOSIT_RETURNED,
                        DEPOSIT_FORFEITED,
                        CUSTODY_CHANGED -> null;
            };
        }

        static Step ofType(String type) {
            var step = BY_TYPE.get(type);
            if (step == null) {
                throw new IllegalArgumentException("No step of a trade: " + type);
            }
            return step;
        }

        private static Map<String, Step> byType() {
            var steps = new TreeMap<String, Step>();
            for (var step : values()) {
                steps.put(step.type, step);
            }
            return Map.copyOf(steps);
        }
    }
}
