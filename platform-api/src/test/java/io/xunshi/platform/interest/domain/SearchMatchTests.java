package io.xunshi.platform.interest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.interest.domain.SavedSearch.Alerts;
import io.xunshi.platform.interest.domain.SavedSearch.Origin;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.search.SearchFor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchMatchTests {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final AccountId LIN = new AccountId(UUID.randomUUID());
    private static final AccountId WANG = new AccountId(UUID.randomUUID());

    @Test
    void ofAPersonsSearchesTheOneThatSpeaksAtOnceSpeaks() {
        var listing = listing();
        var daily = match(LIN, Alerts.DAILY, true, 0, listing);
        var atOnce = match(LIN, Alerts.INSTANT, false, 5, listing);

        assertThat(SearchMatch.oneForEachPerson(List.of(daily, atOnce))).containsExactly(atOnce);
    }

    @Test
    void amongEqualsTheOneThatAsksForLowerPricesSpeaksAndThenTheOldest() {
        var listing = listing();
        var oldest = match(LIN, Alerts.INSTANT, false, 0, listing);
        var cheaper = match(LIN, Alerts.INSTANT, true, 1, listing);
        var cheaperLater = match(LIN, Alerts.INSTANT, true, 2, listing);

        assertThat(SearchMatch.oneForEachPerson(List.of(oldest, cheaperLater, cheaper)))
                .containsExactly(cheaper);
    }

    @Test
    void everyPersonHearsOfEveryListing() {
        var one = listing();
        var other = listing();
        var matches = List.of(
                match(LIN, Alerts.DAILY, false, 0, one),
                match(WANG, Alerts.DAILY, false, 0, one),
                match(LIN, Alerts.DAILY, false, 0, other));

        assertThat(SearchMatch.oneForEachPerson(matches)).containsExactlyInAnyOrderElementsOf(matches);
    }

    private static SearchMatch match(
            AccountId account, Alerts alerts, boolean priceDrops, int minutes, ListingView listing) {
        var search = new SearchFor("书柜", List.of(), List.of(), List.of(), null, null, null);
        return new SearchMatch(
                new SavedSearch(
                        UUID.randomUUID(),
                        Origin.PERSON,
                        account,
                        "",
                        search,
                        Map.of(),
                        alerts,
                        priceDrops,
                        1,
                        NOW.plusSeconds(60L * minutes)),
                listing);
    }

    private static ListingView listing() {
        return new ListingView(
                new ListingId(UUID.randomUUID()),
                "L",
                UUID.randomUUID(),
                new AccountId(UUID.randomUUID()),
                ListingState.PUBLISHED,
                "",
                "",
                "book",
                Map.of(),
                "GOOD",
                Money.fen(100),
                "ZZ-JS",
                new Place(34.7, 113.6),
                List.of(),
                1,
                NOW,
                NOW,
                NOW);
    }
}
