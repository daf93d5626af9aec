package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.ConversationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Messages that have waited too long; of several replicas that look, each reminder is taken by one. */
@Repository
public class ReminderRepository {
    private final DatabaseClient database;

    ReminderRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Takes reminders that are due; only those are returned whose messages are still unread. */
    public Flux<Waiting> takeDue(Instant now, int limit) {
        return database.sql("""
                        with due as (
                            select conversation_id, account
                            from messaging.participant
                            where remind_at <= :now
                            order by remind_at
                            limit :limit
                            for update skip locked),
                        taken as (
                            update messaging.participant
                            set remind_at = null
                            from due
                            where participant.conversation_id = due.conversation_id and participant.account = due.account
                            returning participant.conversation_id, participant.account, participant.read_up_to)
                        select taken.conversation_id, taken.account, conversation.listing_title, count(*) as messages
                        from taken
                        join messaging.conversation on conversation.id = taken.conversation_id
                        join messaging.message
                          on message.conversation_id = taken.conversation_id and message.sequence > taken.read_up_to
                         and message.sender <> taken.account
                        group by taken.conversation_id, taken.account, conversation.listing_title
                        order by taken.account, taken.conversation_id
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map((Readable row) -> new Waiting(
                        new ConversationId(required(row, "conversation_id", UUID.class)),
                        new AccountId(required(row, "account", UUID.class)),
                        required(row, "listing_title", String.class),
                        required(row, "messages", Long.class)))
                .all();
    }

    /** Takes the day's digest of people who have unread messages from before a moment and have none of that day. */
    public Flux<Unread> takeDigests(LocalDate day, Instant saidSince, Instant saidBefore, int limit) {
        return database.sql("""
                        with waiting as (
                            select participant.account, count(*) as messages
                            from messaging.participant
                            join messaging.message
                              on message.conversation_id = participant.conversation_id
                             and message.sequence > participant.read_up_to
                             and message.sender <> participant.account
                             and message.at between :since and :before
                            where participant.last_at >= :since
                              and not exists (
                                select from messaging.digest where digest.account = participant.account and day = :day)
                            group by participant.account
                            order by participant.account
                            limit :limit),
                        taken as (
                            insert into messaging.digest (account, day)
                            select account, :day from waiting
                            on conflict do nothing
                            returning account)
                        select waiting.account, waiting.messages from waiting join taken using (account)
                        """)
                .bind("since", saidSince)
                .bind("before", saidBefore)
                .bind("day", day)
                .bind("limit", limit)
                .map((Readable row) -> new Unread(
                        new AccountId(required(row, "account", UUID.class)), required(row, "messages", Long.class)))
                .all();
    }

    public Mono<Long> forgetDigestsBefore(LocalDate day) {
        return database.sql("delete from messaging.digest where day < :day")
                .bind("day", day)
                .fetch()
                .rowsUpdated();
    }

    /** Messages of one conversation that one person has not read in time. */
    public record Waiting(ConversationId conversation, AccountId account, String listingTitle, long messages) {}

    public record Unread(AccountId account, long messages) {}
}
