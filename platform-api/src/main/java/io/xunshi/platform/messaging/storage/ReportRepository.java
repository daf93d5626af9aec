package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.ReportReason;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reports that wait for a moderator; what was said is encrypted, its hash tells whether it was touched. */
@Repository
public class ReportRepository {
    private final DatabaseClient database;
    private final PersonalText personalText;

    ReportRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    public Mono<Void> add(
            UUID id,
            Conversation conversation,
            AccountId reporter,
            ReportReason reason,
            String remark,
            Excerpt excerpt,
            Instant now) {
        return database.sql("""
                        insert into messaging.report
                            (id, conversation_id, reporter, reported, reason, remark_cipher, excerpt_cipher, excerpt_hash,
                             reported_at)
                        values (:id, :conversation, :reporter, :reported, :reason, :remark, :excerpt, :hash, :now)
                        """)
                .bind("id", id)
                .bind("conversation", conversation.id().value())
                .bind("reporter", reporter.value())
                .bind("reported", conversation.counterpartOf(reporter).value())
                .bind("reason", reason.name())
                .bind(
                        "remark",
                        Parameters.in(R2dbcType.VARBINARY, remark.isEmpty() ? null : personalText.encrypt(remark)))
                .bind("excerpt", personalText.encrypt(excerpt.json()))
                .bind("hash", excerpt.hash())
                .bind("now", now)
                .then();
    }

    public Mono<Long> countSince(AccountId reporter, Instant since) {
        return database.sql(
                        "select count(*) as reports from messaging.report where reporter = :reporter and reported_at > :since")
                .bind("reporter", reporter.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "reports", Long.class))
                .one();
    }

    /** @param hash SHA-256 of the JSON */
    public record Excerpt(String json, byte[] hash) {}
}
