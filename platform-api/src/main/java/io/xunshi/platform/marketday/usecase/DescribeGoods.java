package io.xunshi.platform.marketday.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.marketday.MarketDayProblem;
import io.xunshi.platform.marketday.domain.StallSale.Goods;
import io.xunshi.platform.marketday.usecase.RecordSale.NewGoods;
import io.xunshi.platform.marketday.usecase.RecordSale.NewGoods.Listed;
import io.xunshi.platform.marketday.usecase.RecordSale.NewGoods.Unlisted;
import io.xunshi.platform.order.Orders;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out what a seller at a stall sells, and takes the market's lock on it where it is listed. */
@Component
class DescribeGoods {
    private final Listings listings;
    private final Orders orders;
    private final Catalog catalog;
    private final TradeRules tradeRules;
    private final Devices devices;

    DescribeGoods(Listings listings, Orders orders, Catalog catalog, TradeRules tradeRules, Devices devices) {
        this.listings = listings;
        this.orders = orders;
        this.catalog = catalog;
        this.tradeRules = tradeRules;
        this.devices = devices;
    }

    /**
     * Raises {@link MarketDayProblem#NO_SUCH_LISTING}, {@link MarketDayProblem#ITEM_NOT_AVAILABLE},
     * {@link MarketDayProblem#DEVICE_NEEDS_LISTING}, field faults, and what the trade rules forbid with the rules
     * named.
     *
     * @param sale holds the listed thing
     */
    Mono<Goods> promised(AccountId seller, UUID sale, NewGoods said) {
        return switch (said) {
            case Listed listed -> promised(seller, sale, new ListingId(listed.listingId()));
            case Unlisted unlisted -> judged(seller, sale, unlisted).thenReturn(goods(unlisted));
        };
    }

    /** What was said when the sale was sent before; nothing is locked or judged a second time. */
    Goods again(NewGoods said) {
        return switch (said) {
            case Listed listed -> new Goods(listed.listingId(), "", "", "", "", null);
            case Unlisted unlisted -> goods(unlisted);
        };
    }

    private Mono<Goods> promised(AccountId seller, UUID sale, ListingId id) {
        return listings.isKeptBy(id, seller)
                .filter(isKept -> isKept)
                .switchIfEmpty(Mono.error(MarketDayProblem.NO_SUCH_LISTING::raise))
                .flatMap(isKept -> listings.reserve(id, seller, sale))
                .switchIfEmpty(Mono.error(MarketDayProblem.ITEM_NOT_AVAILABLE::raise))
                .map(this::goods);
    }

    private Goods goods(ListingView listing) {
        return new Goods(
                listing.id().value(),
                listing.title(),
                listing.categoryCode(),
                listing.conditionCode(),
                orders.snapshotOf(listing).hash(),
                listing.proofs().wipeCertificate());
    }

    private static Goods goods(Unlisted said) {
        var hash = Sha256.of(String.join("|", said.categoryCode(), said.conditionCode(), said.word()));
        return new Goods(null, said.word(), said.categoryCode(), said.conditionCode(), hash, null);
    }

    /** Nobody can look at it afterwards, so what a moderator would have to decide about needs a listing, too. */
    private Mono<Void> judged(AccountId seller, UUID sale, Unlisted said) {
        var faults = new ArrayList<FieldFault>();
        if (catalog.category(said.categoryCode()).filter(Category::isLeaf).isEmpty()) {
            faults.add(new FieldFault("categoryCode", "marketday.field.unknown"));
        }
        if (catalog.conditionGrade(said.conditionCode()).isEmpty()) {
            faults.add(new FieldFault("conditionCode", "marketday.field.unknown"));
        }
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        if (devices.holdDataIn(said.categoryCode())) {
            return Mono.error(MarketDayProblem.DEVICE_NEEDS_LISTING.raise());
        }
        return tradeRules
                .judge(new GoodsFacts(sale, seller, said.categoryCode(), Map.of(), said.word(), ""))
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Allowed allowed -> Mono.empty();
                    case Verdict.NeedsReview open -> Mono.error(TradeRules.refusal(open.rules()));
                    case Verdict.Refused refused -> Mono.error(TradeRules.refusal(refused.rules()));
                });
    }
}
