package io.xunshi.platform.interest.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people can keep an eye on, and how soon they hear.
 *
 * @param savedMax items that one person may save
 * @param seenMax items that are remembered as looked at
 * @param followedMax sellers that one person may follow
 * @param searchesMax searches that one person may save
 * @param availablePause a saver is told at most once in this time that an item can be had again
 * @param matchLease how long a replica may take to try the searches on some listings
 * @param matchAgain how soon a listing is looked at again that the index does not know yet
 * @param matchPatience a listing that the index does not know after this time is given up
 * @param digestHour the city's hour from which the day's digest goes out
 * @param offLinkAge how long a link in a notice turns alerts off
 * @param alertAge how long it is remembered what searches found
 * @param purchaseAge how long a purchase says what somebody likes
 */
@ConfigurationProperties("xunshi.interest")
public record InterestSettings(
        @DefaultValue("500") int savedMax,
        @DefaultValue("50") int seenMax,
        @DefaultValue("200") int followedMax,
        @DefaultValue("20") int searchesMax,
        @DefaultValue("24h") Duration availablePause,
        @DefaultValue("1m") Duration matchLease,
        @DefaultValue("500ms") Duration matchAgain,
        @DefaultValue("24h") Duration matchPatience,
        @DefaultValue("18") int digestHour,
        @DefaultValue("60d") Duration offLinkAge,
        @DefaultValue("90d") Duration alertAge,
        @DefaultValue("180d") Duration purchaseAge) {}
