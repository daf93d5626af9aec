package io.xunshi.platform.auction.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected hashes were computed with Python's hashlib from the layout that the Javadoc gives. */
class CommitmentTests {
    private static final byte[] NONCE =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final UUID LOT = UUID.fromString("01928f3e-5b7a-7c1d-8e2f-3a4b5c6d7e8f");
    private static final long AMOUNT = 1_650_000;

    @Test
    void aReserveIsHashedAsTheNonceAndEightBytesOfFen() {
        var expected = "2abf358ba2504e9c1c8e4c9e8d682262b16b7f796da671024ee752fe22c7739b";

        assertThat(Commitment.toReserve(NONCE, AMOUNT)).isEqualTo(expected);
        assertThat(new Reserve(AMOUNT, HexFormat.of().formatHex(NONCE)).commitment())
                .isEqualTo(expected);
    }

    @Test
    void aSealedBidIsHashedWithItsLotAndItsBidder() {
        assertThat(Commitment.toSealedBid(LOT, 7, AMOUNT, NONCE))
                .isEqualTo("5d40daefd901e72338aa921b2a5d8f98ac84bbc976d65a5217671c1ccc99bd77")
                .isNotEqualTo(Commitment.toSealedBid(LOT, 8, AMOUNT, NONCE))
                .isNotEqualTo(Commitment.toSealedBid(UUID.randomUUID(), 7, AMOUNT, NONCE));
    }

    @Test
    void aShortNonceHidesNothing() {
        assertThatThrownBy(() -> Commitment.toReserve(new byte[8], AMOUNT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReserveIsNotWrittenIntoALog() {
        assertThat(new Reserve(AMOUNT, HexFormat.of().formatHex(NONCE)).toString())
                .doesNotContain("1650000")
                .doesNotContain("00010203");
    }
}
