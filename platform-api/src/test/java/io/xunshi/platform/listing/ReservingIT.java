package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.identity.AccountId;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@PlatformTest
class ReservingIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Listings listings;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient database;

    private ListingId listing;

    @BeforeEach
    void somethingIsOffered() {
        var seller = new Visitor(port).signUp("卖家");
        listing =
                new ListingId(UUID.fromString(Goods.published(seller).at("/id").asString()));
    }

    @Test
    void ofTwoHundredBuyersOneGetsIt() {
        var won = Flux.range(0, 200)
                .flatMap(buyer -> reserve(UUID.randomUUID()), 200)
                .filter(got -> got)
                .count()
                .block();

        assertThat(won).isEqualTo(1);
        assertThat(openHolds()).isEqualTo(1);
    }

    @Test
    void aReleasedListingIsOfferedAgainWithANewVersion() {
        var holder = UUID.randomUUID();
        reserve(holder).block();
        var reserved = now();

        listings.release(listing, holder).as(transaction::transactional).block();

        assertThat(now())
                .satisfies(now -> assertThat(now.state()).isEqualTo(ListingState.PUBLISHED))
                .satisfies(now -> assertThat(now.version()).isEqualTo(reserved.version() + 1));
        assertThat(openHolds()).isZero();
    }

    @Test
    void onlyTheHolderLetsGo() {
        reserve(UUID.randomUUID()).block();

        listings.release(listing, UUID.randomUUID())
                .as(transaction::transactional)
                .block();
        listings.markSold(listing, UUID.randomUUID())
                .as(transaction::transactional)
                .block();

        assertThat(now().state()).isEqualTo(ListingState.RESERVED);
    }

    @Test
    void sellingTwiceIsSellingOnce() {
        var holder = UUID.randomUUID();
        reserve(holder).block();

        listings.markSold(listing, holder).as(transaction::transactional).block();
        listings.markSold(listing, holder).as(transaction::transactional).block();
        listings.release(listing, holder).as(transaction::transactional).block();

        assertThat(now().state()).isEqualTo(ListingState.SOLD);
    }

    @Test
    void aPromiseOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> listings.reserve(listing, new AccountId(UUID.randomUUID()), UUID.randomUUID())
                        .block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theDatabaseItselfRefusesASecondPromise() {
        reserve(UUID.randomUUID()).block();

        assertThatThrownBy(() ->
                        database.sql("""
                        insert into listing.hold (holder, item_id, listing_id, buyer, held_at)
                        select gen_random_uuid(), item_id, listing_id, buyer, held_at
                        from listing.hold
                        where listing_id = :id
                        """).bind("id", listing.value()).then().block())
                .hasMessageContaining("an_item_is_promised_once");
    }

    private Mono<Boolean> reserve(UUID holder) {
        return listings.reserve(listing, new AccountId(UUID.randomUUID()), holder)
                .as(transaction::transactional)
                .hasElement();
    }

    private ListingView now() {
        return Objects.requireNonNull(listings.find(listing).block());
    }

    private long openHolds() {
        var holds = database.sql(
                        "select count(*) as holds from listing.hold where listing_id = :id and released_at is null")
                .bind("id", listing.value())
                .map((row, metadata) -> row.get("holds", Long.class))
                .one()
                .block();
        return Objects.requireNonNull(holds);
    }
}
