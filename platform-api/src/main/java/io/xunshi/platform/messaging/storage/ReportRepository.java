package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.messaging.domain.Conversation;
import io.xunshi.platform.messaging.domain.Message;
import io.xunshi.platform.messaging.domain.ReportOutcome;
import io.xunshi.platform.messaging.domain.ReportReason;
import io.xunshi.platform.messaging.domain.WaitingReport;
import io.xunshi.platform.messaging.domain.WaitingReport.Line;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports that wait for a moderator; what was said is encrypted, its hash tells whether it was touched. */
@Repository
public class ReportRepository {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

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

    /** The longest waiting first, without those that the moderator made or is the subject of. */
    public Flux<WaitingReport> findWaitingFor(AccountId moderator, Instant since, @Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql("""
                        select report.id, reporter, reported, conversation.listing_title, reason, remark_cipher, excerpt_cipher,
                               excerpt_hash, reported_at,
                               (select count(*) from messaging.report as earlier
                                where earlier.reported = report.reported and earlier.outcome in ('WARNED', 'MUTED')
                                  and not exists (
                                    select from messaging.mute_appeal
                                    where mute_appeal.report_id = earlier.id and mute_appeal.granted)
                                  and earlier.decided_at > :since) as earlier
                        from messaging.report
                        join messaging.conversation on conversation.id = report.conversation_id
                        where outcome is null and :moderator not in (reporter, reported) and (reported_at, report.id) > (:at, :id)
                        order by reported_at, report.id
                        limit :limit
                        """)
                .bind("moderator", moderator.value())
                .bind("since", since)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, metadata) -> waiting(row))
                .all();
    }

    /** Empty where it is decided already, or the moderator is one of the two. */
    public Mono<Decided> decide(UUID id, AccountId moderator, ReportOutcome outcome, String answer, Instant now) {
        return database.sql("""
                        update messaging.report
                        set officer = :moderator, outcome = :outcome, answer = :answer, decided_at = :now
                        where id = :id and outcome is null and :moderator not in (reporter, reported)
                        returning reporter, reported, conversation_id
                        """)
                .bind("id", id)
                .bind("moderator", moderator.value())
                .bind("outcome", outcome.name())
                .bind("answer", answer)
                .bind("now", now)
                .map((row, metadata) -> new Decided(
                        new AccountId(required(row, "reporter", UUID.class)),
                        new AccountId(required(row, "reported", UUID.class)),
                        required(row, "conversation_id", UUID.class)))
                .one();
    }

    /** Whether the moderator is one of the two; empty where there is no such report. */
    public Mono<Boolean> isAbout(UUID id, AccountId moderator) {
        return database.sql(
                        "select :moderator in (reporter, reported) as is_about from messaging.report where id = :id")
                .bind("id", id)
                .bind("moderator", moderator.value())
                .map((row, metadata) -> required(row, "is_about", Boolean.class))
                .one();
    }

    /** How often somebody was muted since then; what was granted on appeal counts for nothing. */
    public Mono<Long> countMuted(AccountId reported, Instant since) {
        return database.sql("""
                        select count(*) as reports from messaging.report
                        where reported = :reported and outcome = 'MUTED' and decided_at > :since
                          and not exists (
                            select from messaging.mute_appeal
                            where mute_appeal.report_id = report.id and mute_appeal.granted)
                        """)
                .bind("reported", reported.value())
                .bind("since", since)
                .map((row, metadata) -> required(row, "reports", Long.class))
                .one();
    }

    private WaitingReport waiting(Readable row) {
        var remark = row.get("remark_cipher", byte[].class);
        var excerpt = personalText.decrypt(required(row, "excerpt_cipher", byte[].class));
        return new WaitingReport(
                required(row, "id", UUID.class),
                new AccountId(required(row, "reporter", UUID.class)),
                new AccountId(required(row, "reported", UUID.class)),
                required(row, "listing_title", String.class),
                ReportReason.valueOf(required(row, "reason", String.class)),
                remark == null ? "" : personalText.decrypt(remark),
                Excerpt.read(excerpt),
                Arrays.equals(Excerpt.of(excerpt).hash(), required(row, "excerpt_hash", byte[].class)),
                required(row, "earlier", Long.class),
                required(row, "reported_at", Instant.class));
    }

    /** The two, and where they talked. */
    public record Decided(AccountId reporter, AccountId reported, UUID conversation) {}

    /** @param hash SHA-256 of the JSON */
    public record Excerpt(String json, byte[] hash) {
        public static Excerpt of(List<Message> said) {
            return of(JSON.writeValueAsString(said));
        }

        static Excerpt of(String json) {
            try {
                return new Excerpt(
                        json, MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        /** What people said; cards are left out. */
        static List<Line> read(String json) {
            return JSON.readTree(json)
                    .valueStream()
                    .filter(message -> message.has("sender"))
                    .map(Excerpt::line)
                    .toList();
        }

        private static Line line(JsonNode said) {
            return new Line(
                    JSON.treeToValue(said.get("sender"), AccountId.class),
                    said.at("/text").asString(),
                    said.at("/photos").size(),
                    JSON.treeToValue(said.get("at"), Instant.class));
        }
    }
}
