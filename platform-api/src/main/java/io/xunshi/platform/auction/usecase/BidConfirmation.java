package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.usecase.PlaceBid.WantedBid;
import io.xunshi.platform.identity.PersonalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The token that says that a bid far above the price is meant. It is for these amounts of this bidder and for no
 * others, so that a client cannot confirm what nobody was asked about.
 */
@Component
class BidConfirmation {
    private final PersonalText texts;

    BidConfirmation(PersonalText texts) {
        this.texts = texts;
    }

    String of(AuctionId auction, WantedBid wanted) {
        var said = "bid %s %s %s %d".formatted(auction, wanted.bidder(), wanted.amountFen(), wanted.ceilingFen());
        return HexFormat.of().formatHex(texts.blindIndex(said));
    }

    boolean isFor(@Nullable String token, AuctionId auction, WantedBid wanted) {
        return token != null && MessageDigest.isEqual(bytes(token), bytes(of(auction, wanted)));
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.US_ASCII);
    }
}
