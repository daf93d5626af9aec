package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Conversations, and where each of the two stands in them. */
@Repository
public class ConversationRepository {
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private static final String STANDING = "select " + MessageRows.CONVERSATION + ", " + MessageRows.MESSAGE + """
            , me.account as person, me.read_up_to, coalesce(me.last_at, conversation.opened_at) as last_at,
              other.read_up_to as counterpart_read_up_to,
              (select count(*) from (
                  select from messaging.message unread
                  where unread.conversation_id = conversation.id and unread.sequence > me.read_up_to
                    and unread.sender = other.account
                  limit 100) counted) as unread,
              exists (select from messaging.block where blocker = me.account and blocked = other.account) as is_blocking,
              exists (select from messaging.block where blocker = other.account and blocked = me.account) as is_blocked
            from messaging.participant me
            join messaging.conversation on conversation.id = me.conversation_id
            join messaging.participant other
              on other.conversation_id = me.conversation_id and other.account <> me.account
            left join messaging.message
              on message.conversation_id = conversation.id and message.sequence = conversation.last_sequence
            """;

    private final DatabaseClient database;
    private final MessageRows rows;

    ConversationRepository(DatabaseClient database, MessageRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Opens one where there is none; of two who try at once, the second waits and finds the first's. */
    public Mono<Void> open(ConversationId id, ListingView listing, AccountId buyer, Instant now) {
        return database.sql("""
                        with opened as (
                            insert into messaging.conversation
                                (id, listing_id, listing_title, listing_version, price_fen, buyer, seller, opened_at)
                            values (:id, :listing, :title, :version, :price, :buyer, :seller, :now)
                            on conflict (listing_id, buyer) do nothing
                            returning id)
                        insert into messaging.participant (conversation_id, account)
                        select opened.id, account from opened, unnest(array[:buyer, :seller]::uuid[]) as account
                        """)
                .bind("id", id.value())
                .bind("listing", listing.id().value())
                .bind("title", listing.title())
                .bind("version", listing.version())
                .bind("price", listing.price().amount())
                .bind("buyer", buyer.value())
                .bind("seller", listing.seller().value())
                .bind("now", now)
                .then();
    }

    public Mono<Conversation> find(ConversationId id) {
        return database.sql("select " + MessageRows.CONVERSATION + " from messaging.conversation where id = :id")
                .bind("id", id.value())
                .map(MessageRows::conversation)
                .one();
    }

    public Mono<Conversation> findOfAsker(ListingId listing, AccountId buyer) {
        return database.sql("select " + MessageRows.CONVERSATION
                        + " from messaging.conversation where listing_id = :listing and buyer = :buyer")
                .bind("listing", listing.value())
                .bind("buyer", buyer.value())
                .map(MessageRows::conversation)
                .one();
    }

    public Mono<Long> countOpened(AccountId buyer, Instant since) {
        return database.sql("""
                        select count(*) as opened
                        from messaging.participant
                        join messaging.conversation on conversation.id = participant.conversation_id
                        where participant.account = :buyer and conversation.buyer = :buyer and conversation.opened_at > :since
                        """)
                .bind("buyer", buyer.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "opened", Long.class))
                .one();
    }

    /** Empty where the person has no part in it. */
    public Mono<Standing> findStanding(ConversationId id, AccountId person) {
        return database.sql(STANDING + "where me.conversation_id = :id and me.account = :person")
                .bind("id", id.value())
                .bind("person", person.value())
                .map(this::standing)
                .one();
    }

    /** Those in which something was said, the latest first. */
    public Flux<Standing> findStandings(AccountId person, @Nullable Cursor after, int limit) {
        var from = after == null ? NEWEST : after;
        return database.sql(STANDING + """
                        where me.account = :person and me.last_at is not null
                          and (me.last_at, me.conversation_id) < (:at, :id)
                        order by me.last_at desc, me.conversation_id desc
                        limit :limit
                        """)
                .bind("person", person.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::standing)
                .all();
    }

    /** Unread messages in all of a person's conversations, counted up to a limit that nobody reads beyond. */
    public Mono<Integer> countUnread(AccountId person) {
        return database.sql("""
                        select count(*)::int as unread
                        from (
                            select from messaging.participant
                            join messaging.message
                              on message.conversation_id = participant.conversation_id
                             and message.sequence > participant.read_up_to
                             and message.sender <> participant.account
                            where participant.account = :person and participant.last_at is not null
                            limit :limit) counted
                        """)
                .bind("person", person.value())
                .bind("limit", Standing.UNREAD_MAX)
                .map((row, metadata) -> required(row, "unread", Integer.class))
                .one();
    }

    /** Moves the read mark forward, never back and never beyond what was said; false where it did not move. */
    public Mono<Boolean> markRead(ConversationId id, AccountId person, long upTo) {
        return database.sql("""
                        update messaging.participant
                        set read_up_to = least(:upTo, conversation.last_sequence),
                            remind_at = case when :upTo >= conversation.last_sequence then null else remind_at end
                        from messaging.conversation
                        where participant.conversation_id = :id and participant.account = :person
                          and conversation.id = participant.conversation_id
                          and least(:upTo, conversation.last_sequence) > participant.read_up_to
                        """)
                .bind("upTo", upTo)
                .bind("id", id.value())
                .bind("person", person.value())
                .fetch()
                .rowsUpdated()
                .map(moved -> moved == 1);
    }

    private Standing standing(Readable row) {
        return new Standing(
                MessageRows.conversation(row),
                new AccountId(required(row, "person", UUID.class)),
                row.get("sequence", Long.class) == null ? null : rows.message(row),
                required(row, "last_at", Instant.class),
                required(row, "read_up_to", Long.class),
                required(row, "counterpart_read_up_to", Long.class),
                required(row, "unread", Long.class).intValue(),
                required(row, "is_blocking", Boolean.class),
                required(row, "is_blocked", Boolean.class));
    }
}
