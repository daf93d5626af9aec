package io.xunshi.platform.listing.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.domain.ModerationCase.Kind;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.usecase.FindCases.Alike;
import io.xunshi.platform.listing.usecase.FindCases.WholeCase;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.regulation.TradeRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a moderator needs for a decision.
 *
 * @param appealWords what the owner says against the refusal; null unless it is an appeal
 * @param before what everybody reads meanwhile; null unless it is an edit
 * @param said what would be offered
 * @param alike its photos beside those of others' listings that show the same and were there first
 */
record WaitingCaseResponse(
        UUID id,
        Kind kind,
        @Nullable String appealWords,
        Instant openedAt,
        UUID listingId,
        String listingCode,
        List<TradeRule> rules,
        @Nullable Said before,
        Said said,
        @Nullable Money price,
        @Nullable String conditionCode,
        @Nullable String districtCode,
        List<PhotoResponse> photos,
        List<AlikeResponse> alike,
        Seller seller) {
    static WaitingCaseResponse of(WholeCase whole, List<TradeRule> rules) {
        var open = whole.open();
        var listing = whole.listing();
        var appeal = open.appeal();
        return new WaitingCaseResponse(
                open.id(),
                open.kind(),
                appeal == null ? null : appeal.words(),
                open.openedAt(),
                listing.id().value(),
                listing.code(),
                rules,
                open.kind() == Kind.EDIT ? Said.of(listing.offer()) : null,
                Said.of(whole.said()),
                whole.said().price(),
                whole.said().conditionCode(),
                whole.said().districtCode(),
                whole.photos().stream().map(PhotoResponse::of).toList(),
                whole.alike().stream().map(AlikeResponse::of).toList(),
                new Seller(
                        whole.seller().id().value(),
                        whole.seller().displayName(),
                        whole.seller().realNameVerified(),
                        whole.seller().createdAt()));
    }

    /** @param report what is answered about the condition; null where nothing is */
    record Said(
            String title,
            String description,
            @Nullable String categoryCode,
            Map<String, String> attributes,
            @Nullable ConditionReport report) {
        static Said of(Offer offer) {
            return new Said(
                    offer.title(), offer.description(), offer.categoryCode(), offer.attributes(), offer.report());
        }
    }

    /** @param listingId that showed the other photo first */
    record AlikeResponse(
            PhotoResponse photo, PhotoResponse other, UUID listingId, String listingTitle, ListingState listingState) {
        static AlikeResponse of(Alike alike) {
            return new AlikeResponse(
                    PhotoResponse.of(alike.photo()),
                    PhotoResponse.of(alike.other()),
                    alike.listing().id().value(),
                    alike.listing().offer().title(),
                    alike.listing().state());
        }
    }

    record Seller(UUID id, String displayName, boolean realNameVerified, Instant memberSince) {}
}
