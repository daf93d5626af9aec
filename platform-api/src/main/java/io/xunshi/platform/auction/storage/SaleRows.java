package io.xunshi.platform.auction.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.AuctionHours;
import io.xunshi.platform.auction.domain.Bid;
import io.xunshi.platform.auction.domain.Bid.Kind;
import io.xunshi.platform.auction.domain.Bidding;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.Ladder;
import io.xunshi.platform.auction.domain.LateBids;
import io.xunshi.platform.auction.domain.Leader;
import io.xunshi.platform.auction.domain.LotQuantity;
import io.xunshi.platform.auction.domain.Reserve;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.Sale.SoldLot;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.auction.domain.YankeeAuction;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What rows mean. Amounts that nobody may know yet are encrypted: who reads the database finds none of them. */
@Component
class SaleRows {
    private final PersonalText texts;

    SaleRows(PersonalText texts) {
        this.texts = texts;
    }

    /** Without what hangs on it in other tables. */
    Sale sale(Readable row) {
        var lot = lot(row);
        var quantity =
                new LotQuantity(required(row, "amount", Long.class), required(row, "per_price_unit", Long.class));
        var hours = new AuctionHours(
                required(row, "inspection_from", Instant.class),
                required(row, "opens_at", Instant.class),
                required(row, "planned_end", Instant.class));
        var way = way(row);
        return new Sale(
                new AuctionId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                lot,
                hours,
                way,
                AuctionState.valueOf(required(row, "state", String.class)),
                bidding(row, way.opened(lot.id(), quantity, hours)),
                Money.fen(required(row, "deposit_fen", Long.class)),
                reserve(row.get("reserve_cipher", byte[].class)),
                AuctionCause.valueOf(required(row, "cause", String.class)),
                required(row, "since", Instant.class),
                List.of(),
                new AccountId(required(row, "drafted_by", UUID.class)),
                required(row, "version", Long.class));
    }

    Bid bid(Readable row) {
        return new Bid(
                required(row, "sequence", Integer.class),
                required(row, "paddle", Integer.class),
                Kind.valueOf(required(row, "kind", String.class)),
                required(row, "amount_fen", Long.class),
                shown(required(row, "ceiling_cipher", byte[].class)),
                row.get("own_step_fen", Long.class),
                required(row, "at", Instant.class),
                required(row, "price_fen", Long.class),
                required(row, "leader", Integer.class),
                required(row, "ends_at", Instant.class));
    }

    static SaleStep step(Readable row) {
        return new SaleStep(
                AuctionState.valueOf(required(row, "state", String.class)),
                AuctionCause.valueOf(required(row, "cause", String.class)),
                required(row, "at", Instant.class));
    }

    byte[] hidden(long fen) {
        return texts.encrypt(String.valueOf(fen));
    }

    byte @Nullable [] reserveOf(Sale sale) {
        var reserve = sale.reserve();
        return reserve == null ? null : texts.encrypt(reserve.amountFen() + " " + reserve.nonce());
    }

    static @Nullable String commitmentOf(Sale sale) {
        var reserve = sale.reserve();
        return reserve == null ? null : reserve.commitment();
    }

    private long shown(byte[] hidden) {
        return Long.parseLong(texts.decrypt(hidden));
    }

    private @Nullable Reserve reserve(byte @Nullable [] hidden) {
        if (hidden == null) {
            return null;
        }
        var parts = texts.decrypt(hidden).split(" ");
        return new Reserve(Long.parseLong(parts[0]), parts[1]);
    }

    private static SoldLot lot(Readable row) {
        return new SoldLot(
                required(row, "lot_id", UUID.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                required(row, "title", String.class),
                required(row, "material", String.class),
                required(row, "area", String.class));
    }

    private static Way way(Readable row) {
        var start = required(row, "start_fen", Long.class);
        var tick = required(row, "tick_fen", Long.class);
        return switch (AuctionFormat.valueOf(required(row, "format", String.class))) {
            case ENGLISH ->
                new Way.English(
                        start,
                        tick,
                        Ladder.named(required(row, "ladder", String.class)),
                        new LateBids(seconds(row, "window_seconds"), row.get("extensions_max", Integer.class)));
            case SEALED -> new Way.Sealed(start, seconds(row, "reveal_seconds"));
            case DUTCH ->
                new Way.Dutch(
                        start,
                        tick,
                        seconds(row, "tick_seconds"),
                        required(row, "floor_fen", Long.class),
                        required(row, "unit", Long.class));
            case YANKEE -> new Way.Yankee(start, tick, required(row, "unit", Long.class));
        };
    }

    private static Duration seconds(Readable row, String column) {
        return Duration.ofSeconds(required(row, column, Integer.class));
    }

    private Bidding bidding(Readable row, Bidding opened) {
        return switch (opened) {
            case EnglishAuction english -> english(row, english);
            case SealedAuction sealed -> {
                var last = row.get("final_opens_at", Instant.class);
                yield last == null ? sealed : sealed.announced(last);
            }
            case DutchAuction dutch -> dutch;
            case YankeeAuction yankee -> yankee;
        };
    }

    private EnglishAuction english(Readable row, EnglishAuction opened) {
        return new EnglishAuction(
                opened.terms(),
                required(row, "ends_at", Instant.class),
                required(row, "extensions", Integer.class),
                required(row, "bids", Integer.class),
                leader(row));
    }

    private @Nullable Leader leader(Readable row) {
        var paddle = row.get("leader", Integer.class);
        return paddle == null
                ? null
                : new Leader(
                        paddle,
                        required(row, "price_fen", Long.class),
                        shown(required(row, "leader_ceiling_cipher", byte[].class)),
                        row.get("leader_own_step_fen", Long.class));
    }
}
