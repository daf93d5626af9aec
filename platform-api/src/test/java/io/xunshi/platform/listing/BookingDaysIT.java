package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Days of one thing, which keeps a day free after each booking. */
@PlatformTest
class BookingDaysIT {
    private static final int ATTEMPTS = 1_000;
    private static final int DAYS = 400;
    private static final int AT_ONCE = 8;
    private static final int BUFFER = 1;

    @LocalServerPort
    private int port;

    @Autowired
    private Listings listings;

    @Autowired
    private TransactionalOperator transaction;

    private ListingId listing;

    @BeforeEach
    void somethingIsLent() {
        var owner = new Visitor(port).signUp("物主");
        listing = new ListingId(UUID.fromString(Goods.lent(owner).at("/id").asString()));
    }

    @Test
    void neverOverlapAndAreRefusedOnlyWhereTheyWould() {
        var random = new Random(20261126);
        var booked = new ArrayList<DayRange>();
        for (int i = 0; i < ATTEMPTS; i++) {
            var days = anyDays(random);
            var isFree = booked.stream().noneMatch(other -> touch(days, other));

            assertThat(book(days).block()).as("%s among %s", days, booked).isEqualTo(isFree);
            if (isFree) {
                booked.add(days);
            }
        }
        assertThat(booked).hasSizeGreaterThan(20);
    }

    @Test
    void neverOverlapWhateverIsTriedAtOnce() {
        var random = new Random(7);
        var wanted =
                Flux.range(0, ATTEMPTS).map(i -> anyDays(random)).collectList().block();

        var booked = Flux.fromIterable(Objects.requireNonNull(wanted))
                .flatMap(days -> book(days).filter(got -> got).map(got -> days), AT_ONCE)
                .collectList()
                .block();

        assertThat(Objects.requireNonNull(booked)).isNotEmpty();
        assertThat(pairs(booked)).noneMatch(pair -> touch(pair.getFirst(), pair.getLast()));
    }

    private Mono<Boolean> book(DayRange days) {
        return listings.book(listing, new AccountId(UUID.randomUUID()), UUID.randomUUID(), days)
                .as(transaction::transactional)
                .hasElement();
    }

    private static List<List<DayRange>> pairs(List<DayRange> ranges) {
        var pairs = new ArrayList<List<DayRange>>();
        for (int i = 0; i < ranges.size(); i++) {
            for (int j = i + 1; j < ranges.size(); j++) {
                pairs.add(List.of(ranges.get(i), ranges.get(j)));
            }
        }
        return pairs;
    }

    private static boolean touch(DayRange one, DayRange other) {
        return !one.first().isAfter(other.last().plusDays(BUFFER))
                && !other.first().isAfter(one.last().plusDays(BUFFER));
    }

    private static DayRange anyDays(Random random) {
        var first = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(2 + random.nextInt(DAYS));
        return new DayRange(first, first.plusDays(random.nextInt(10)));
    }
}
