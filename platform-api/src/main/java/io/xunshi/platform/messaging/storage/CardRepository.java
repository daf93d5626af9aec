package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.messaging.domain.CardKind;
import io.xunshi.platform.messaging.domain.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cards about listings and orders. An event makes one card in a conversation, however often it is delivered; rows of
 * several conversations are locked in the order of their ids.
 */
@Repository
public class CardRepository {
    private final DatabaseClient database;

    CardRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where the event is told already. */
    public Mono<Told> add(ConversationId id, CardKind kind, Map<String, String> parameters, UUID eventId, Instant at) {
        return database.sql("""
                        with turn as (
                            update messaging.conversation
                            set last_sequence = last_sequence + 1
                            where id = :id
                              and not exists (
                                select from messaging.message where conversation_id = :id and event_id = :event)
                            returning id, last_sequence, buyer, seller),
                        card as (
                            insert into messaging.message (conversation_id, sequence, card, parameters, event_id, at)
                            select id, last_sequence, :kind, :parameters, :event, :at from turn),
                        touched as (
                            update messaging.participant set last_at = :at
                            from turn
                            where conversation_id = turn.id)
                        select id, last_sequence, buyer, seller from turn
                        """)
                .bind("id", id.value())
                .bind("event", eventId)
                .bind("kind", kind.name())
                .bind("parameters", MessageRows.json(parameters))
                .bind("at", at)
                .map(CardRepository::told)
                .one();
    }

    /**
     * In all conversations about a listing in which something was said.
     *
     * @param except who learns it from their order
     */
    public Flux<Told> addToAskers(ListingId listing, AccountId except, CardKind kind, UUID eventId, Instant at) {
        return database.sql("""
                        with told as (
                            select id
                            from messaging.conversation
                            where listing_id = :listing and last_sequence > 0 and buyer <> :except
                              and not exists (
                                select from messaging.message
                                where conversation_id = conversation.id and event_id = :event)
                            order by id
                            for update),
                        turn as (
                            update messaging.conversation
                            set last_sequence = last_sequence + 1
                            from told
                            where conversation.id = told.id
                            returning conversation.id, last_sequence, buyer, seller),
                        card as (
                            insert into messaging.message (conversation_id, sequence, card, parameters, event_id, at)
                            select id, last_sequence, :kind, '{}', :event, :at from turn),
                        touched as (
                            update messaging.participant set last_at = :at
                            from turn
                            where conversation_id = turn.id)
                        select id, last_sequence, buyer, seller from turn
                        """)
                .bind("listing", listing.value())
                .bind("except", except.value())
                .bind("event", eventId)
                .bind("kind", kind.name())
                .bind("at", at)
                .map(CardRepository::told)
                .all();
    }

    /** Takes over the listing's words and price where they are newer than what the two know; the price makes a card. */
    public Flux<Told> addPriceChange(ListingView listing, UUID eventId, Instant at) {
        return database.sql("""
                        with known as (
                            select id, price_fen as was, price_fen <> :price and last_sequence > 0 as is_news
                            from messaging.conversation
                            where listing_id = :listing and listing_version < :version
                            order by id
                            for update),
                        turn as (
                            update messaging.conversation
                            set listing_title = :title, listing_version = :version, price_fen = :price,
                                last_sequence = last_sequence + is_news::int
                            from known
                            where conversation.id = known.id
                            returning conversation.id, last_sequence, buyer, seller, was, is_news),
                        card as (
                            insert into messaging.message (conversation_id, sequence, card, parameters, event_id, at)
                            select id, last_sequence, 'PRICE_CHANGED',
                                   jsonb_build_object('fromFen', was::text, 'toFen', :price::text), :event, :at
                            from turn
                            where is_news),
                        touched as (
                            update messaging.participant set last_at = :at
                            from turn
                            where conversation_id = turn.id and is_news)
                        select id, last_sequence, buyer, seller from turn where is_news
                        """)
                .bind("price", listing.price().amount())
                .bind("listing", listing.id().value())
                .bind("version", listing.version())
                .bind("title", listing.title())
                .bind("event", eventId)
                .bind("at", at)
                .map(CardRepository::told)
                .all();
    }

    private static Told told(Readable row) {
        return new Told(
                new ConversationId(required(row, "id", UUID.class)),
                required(row, "last_sequence", Long.class),
                List.of(
                        new AccountId(required(row, "buyer", UUID.class)),
                        new AccountId(required(row, "seller", UUID.class))));
    }

    /** A card that was added, and who sees it. */
    public record Told(ConversationId conversation, long sequence, List<AccountId> people) {
        public Told {
            people = List.copyOf(people);
        }
    }
}
