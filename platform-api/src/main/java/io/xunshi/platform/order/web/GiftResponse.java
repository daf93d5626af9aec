package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftCause;
import io.xunshi.platform.order.GiftSide;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.domain.GiftAsk;
import io.xunshi.platform.order.domain.GiftRecord;
import io.xunshi.platform.order.domain.GiftStep;
import io.xunshi.platform.order.usecase.FindGifts.WholeGift;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of giving a thing away, as its reader may see it: everybody how it stands, an asker their own asking too,
 * the giver everybody's.
 *
 * @param askCount how many wait or have a promise; askers see no more of each other
 * @param closesAt when asking ends; null until somebody asks, and where the first who asks gets it
 * @param deadline when waiting in this state ends; null where nothing is waited for
 * @param commitment SHA-256 of the seed of the draw, hexadecimal; null where nothing is drawn
 * @param isDrawn whether the draw can be looked at
 * @param side null for whom it does not concern
 * @param ask the reader's own; null where they do not ask
 * @param asks for the giver alone, in the order of asking
 * @param actions what the reader may do
 */
record GiftResponse(
        UUID id,
        String code,
        GiftState state,
        Thing listing,
        Giver giver,
        GiftChoice choice,
        int windowHours,
        int pickupHours,
        long askCount,
        @Nullable Instant closesAt,
        @Nullable Instant deadline,
        @Nullable String commitment,
        boolean isDrawn,
        Instant openedAt,
        @Nullable GiftSide side,
        @Nullable OwnAsk ask,
        List<Ask> asks,
        List<Step> steps,
        List<GiftAction> actions) {

    static GiftResponse of(WholeGift whole) {
        var gift = whole.gift();
        var terms = gift.terms();
        var side = whole.side();
        var own = whole.ownAsk();
        return new GiftResponse(
                gift.id().value(),
                gift.code(),
                gift.state(),
                Thing.of(whole.listing()),
                Giver.of(whole),
                terms.choice(),
                terms.windowHours(),
                terms.pickupHours(),
                whole.openAsks(),
                gift.closesAt(),
                gift.deadline(),
                terms.choice() == GiftChoice.DRAW ? gift.commitment() : null,
                gift.drawnAt() != null,
                gift.openedAt(),
                side,
                own == null ? null : OwnAsk.of(own),
                side == GiftSide.GIVER
                        ? whole.asks().stream().map(ask -> Ask.of(ask, whole)).toList()
                        : List.of(),
                side == null ? List.of() : whole.steps().stream().map(Step::of).toList(),
                actions(whole, side, own));
    }

    private static List<GiftAction> actions(WholeGift whole, @Nullable GiftSide side, @Nullable GiftAsk own) {
        if (side == GiftSide.GIVER) {
            return GiftAction.ofGiver(whole.gift(), whole.openAsks());
        }
        return own == null ? GiftAction.ofVisitor(whole.gift()) : GiftAction.ofAsker(own.state(), own.objection());
    }

    record Thing(
            UUID id,
            String code,
            String title,
            ListingState state,
            @Nullable PhotoResponse photo) {

        static Thing of(ListingView listing) {
            return new Thing(
                    listing.id().value(),
                    listing.code(),
                    listing.title(),
                    listing.state(),
                    listing.photos().stream().findFirst().map(PhotoResponse::of).orElse(null));
        }
    }

    /** @param broken promises that they took back within the last year */
    record Giver(UUID id, String displayName, Instant memberSince, long given, long broken) {

        static Giver of(WholeGift whole) {
            var giver = whole.person(whole.gift().giver());
            var record = whole.recordOf(giver.id());
            return new Giver(
                    giver.id().value(), giver.displayName(), giver.createdAt(), record.given(), record.broken());
        }
    }

    /**
     * @param ticket what stands for the reader in a draw
     * @param place in which order the thing is offered; null until that is known
     * @param pickupCode null unless it is theirs to fetch
     */
    record OwnAsk(
            GiftAskState state,
            String note,
            String ticket,
            @Nullable Integer place,
            @Nullable String pickupCode,
            Instant askedAt,
            @Nullable String objection) {

        static OwnAsk of(GiftAsk ask) {
            return new OwnAsk(
                    ask.state(),
                    ask.note(),
                    ask.ticket(),
                    ask.place(),
                    ask.state() == GiftAskState.PROMISED ? ask.pickupCode() : null,
                    ask.askedAt(),
                    ask.objection());
        }
    }

    record Ask(
            UUID id,
            Asker asker,
            GiftAskState state,
            String note,
            @Nullable Integer place,
            Instant askedAt,
            @Nullable String objection) {

        static Ask of(GiftAsk ask, WholeGift whole) {
            return new Ask(
                    ask.id(),
                    Asker.of(ask.asker(), whole),
                    ask.state(),
                    ask.note(),
                    ask.place(),
                    ask.askedAt(),
                    ask.objection());
        }
    }

    /**
     * Facts of the last year, and nothing to reach the person by.
     *
     * @param noShows promised things that they did not fetch
     * @param contested those of the no-shows that they contradict
     */
    record Asker(
            UUID id,
            String displayName,
            boolean realNameVerified,
            Instant memberSince,
            long received,
            long given,
            long noShows,
            long contested) {

        static Asker of(AccountId id, WholeGift whole) {
            var person = whole.person(id);
            GiftRecord record = whole.recordOf(id);
            return new Asker(
                    id.value(),
                    person.displayName(),
                    person.realNameVerified(),
                    person.createdAt(),
                    record.received(),
                    record.given(),
                    record.noShows(),
                    record.contested());
        }
    }

    record Step(
            GiftState state,
            Instant at,
            GiftCause cause,
            @Nullable String words) {

        static Step of(GiftStep step) {
            return new Step(step.state(), step.at(), step.cause(), step.words());
        }
    }
}
