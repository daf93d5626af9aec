package io.xunshi.platform.statistics.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.transparency.price.Disclosure.Labelled;
import io.xunshi.transparency.price.Eligibility;
import io.xunshi.transparency.price.Eligibility.Rejection;
import io.xunshi.transparency.price.PricedTrade;
import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceObservation;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal with a final statement, as prices are made of it.
 *
 * @param week in which the statement was issued
 * @param parent of the material; the material itself where it is a root
 * @param grams that were paid for
 * @param fenPerTonne normalised, see {@link DeliveredInCity}
 * @param sellerGroup one of those under one control with the seller, by which the group is known
 * @param asSpecified nothing was taken off for what the goods were
 * @param leastGrams that the trade offers of the material; zero where it has no custom
 * @param secret of its commitments
 * @param isPaid in full
 * @param committedIn in which vintage the log got the commitment; null before
 * @param shown null while it is hidden
 */
public record ObservedDeal(
        DealId deal,
        PriceWeek week,
        String material,
        String parent,
        String area,
        long grams,
        long fenPerTonne,
        OrganisationId sellerGroup,
        OrganisationId buyerGroup,
        boolean sameController,
        boolean betweenTraders,
        boolean asSpecified,
        long leastGrams,
        byte[] secret,
        boolean isPaid,
        @Nullable Vintage committedIn,
        @Nullable Shown shown) {

    public ObservedDeal {
        secret = secret.clone();
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    /** All of it that may change; the rest stays as it was observed. */
    public Standing standing() {
        return new Standing(deal, isPaid, committedIn, shown);
    }

    /** What the log commits to. */
    public PriceObservation observation() {
        return new PriceObservation(
                week,
                material,
                parent,
                area,
                grams,
                fenPerTonne,
                sellerGroup.toString(),
                buyerGroup.toString(),
                Map.of(
                        "sameController", said(sameController),
                        "betweenTraders", said(betweenTraders),
                        "asSpecified", said(asSpecified)));
    }

    String commitment() {
        return observation().commitment(secret);
    }

    /** Of an observation, that the goods were accepted and weighed is known: there would be no final statement else. */
    Optional<Rejection> rejection() {
        return new Eligibility(
                        true, true, isPaid, sameController, betweenTraders, asSpecified, grams, leastGrams, false)
                .rejection();
    }

    Labelled labelled() {
        return new Labelled(
                new PricedTrade(commitment(), grams, fenPerTonne, sellerGroup.toString(), buyerGroup.toString()),
                material,
                parent,
                area);
    }

    ObservedDeal committed(Vintage vintage) {
        return with(committedIn == null ? vintage : committedIn, shown);
    }

    ObservedDeal shown(Shown as) {
        return with(committedIn, as);
    }

    private ObservedDeal with(@Nullable Vintage committed, @Nullable Shown as) {
        return new ObservedDeal(
                deal,
                week,
                material,
                parent,
                area,
                grams,
                fenPerTonne,
                sellerGroup,
                buyerGroup,
                sameController,
                betweenTraders,
                asSpecified,
                leastGrams,
                secret,
                isPaid,
                committed,
                as);
    }

    private static String said(boolean flag) {
        return flag ? "yes" : "no";
    }

    /** Of a deal, what closings and payments change. */
    public record Standing(
            DealId deal,
            boolean isPaid,
            @Nullable Vintage committedIn,
            @Nullable Shown shown) {}

    /** In which vintage, and how precisely. */
    public record Shown(Vintage vintage, PriceLevel level) {}
}
