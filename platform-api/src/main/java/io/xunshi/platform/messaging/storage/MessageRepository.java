package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.messaging.domain.Caution;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.Message;
import io.xunshi.platform.messaging.domain.MessageDraft;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was said. A message takes its sequence under the conversation's row lock, in the statement that stores it. */
@Repository
public class MessageRepository {
    private final DatabaseClient database;
    private final MessageRows rows;

    MessageRepository(DatabaseClient database, MessageRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * The new message's sequence.
     *
     * @param remindAt when the counterpart is reminded if they have not read it by then
     */
    public Mono<Long> add(
            ConversationId id,
            AccountId sender,
            MessageDraft draft,
            Set<Caution> cautions,
            Instant now,
            Instant remindAt) {
        return database.sql("""
                        with turn as (
                            update messaging.conversation
                            set last_sequence = last_sequence + 1
                            where id = :id
                            returning id, last_sequence),
                        said as (
                            insert into messaging.message
                                (conversation_id, sequence, sender, text_cipher, photo_ids, cautions, at)
                            select id, last_sequence, :sender, :text, :photos, :cautions, :now from turn),
                        touched as (
                            update messaging.participant
                            set last_at = :now,
                                remind_at = case when account = :sender then remind_at else coalesce(remind_at, :remindAt) end
                            where conversation_id = :id)
                        select last_sequence from turn
                        """)
                .bind("id", id.value())
                .bind("sender", sender.value())
                .bind("text", Parameters.in(R2dbcType.VARBINARY, sealed(draft.text())))
                .bind("photos", draft.photos().stream().map(PhotoId::value).toArray(UUID[]::new))
                .bind("cautions", cautions.stream().map(Caution::name).sorted().toArray(String[]::new))
                .bind("now", now)
                .bind("remindAt", remindAt)
                .map((row, metadata) -> required(row, "last_sequence", Long.class))
                .one();
    }

    /** The last ones before a sequence, in their order. */
    public Flux<Message> findBefore(ConversationId id, long sequence, int limit) {
        return database.sql("select * from (select " + MessageRows.MESSAGE + """
                         from messaging.message
                        where conversation_id = :id and sequence < :sequence
                        order by sequence desc
                        limit :limit) latest
                        order by sequence
                        """)
                .bind("id", id.value())
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((Readable row) -> rows.message(row))
                .all();
    }

    /** The first ones after a sequence, in their order. */
    public Flux<Message> findAfter(ConversationId id, long sequence, int limit) {
        return database.sql("select " + MessageRows.MESSAGE + """
                         from messaging.message
                        where conversation_id = :id and sequence > :sequence
                        order by sequence
                        limit :limit
                        """)
                .bind("id", id.value())
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map((Readable row) -> rows.message(row))
                .all();
    }

    public Mono<Long> countSaid(AccountId sender, Instant since) {
        return database.sql("select count(*) as said from messaging.message where sender = :sender and at > :since")
                .bind("sender", sender.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "said", Long.class))
                .one();
    }

    private byte @Nullable [] sealed(String text) {
        return text.isEmpty() ? null : rows.sealed(text);
    }
}
