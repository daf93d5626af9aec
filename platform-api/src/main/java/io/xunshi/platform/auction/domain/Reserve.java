package io.xunshi.platform.auction.domain;

import java.util.HexFormat;

/**
 * The seller's hidden least price (保留价). Its commitment is public before the opening, amount and nonce after the close.
 *
 * @param amountFen fen per unit
 * @param nonce {@value Commitment#NONCE_BYTES} random bytes, hexadecimal
 */
public record Reserve(long amountFen, String nonce) {

    public Reserve {
        if (amountFen < 1 || amountFen > Bidding.PRICE_MAX_FEN) {
            throw new IllegalArgumentException("No price is so high: " + amountFen);
        }
        if (nonce.length() != 2 * Commitment.NONCE_BYTES) {
            throw new IllegalArgumentException("A nonce has %d bytes".formatted(Commitment.NONCE_BYTES));
        }
    }

    public String commitment() {
        return Commitment.toReserve(HexFormat.of().parseHex(nonce), amountFen);
    }

    public boolean isMetBy(long priceFen) {
        return priceFen >= amountFen;
    }

    /** Says only that there is one. */
    @Override
    public String toString() {
        return "Reserve " + commitment();
    }
}
