package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.Notification;
import io.xunshi.platform.messaging.domain.NotificationChoice;
import io.xunshi.platform.messaging.domain.NotificationKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What people are told, up to where they have read it, and how they want to be told. */
@Repository
public class NotificationRepository {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DatabaseClient database;

    NotificationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds them; the same event adds nothing twice. People are locked in the order of their ids. */
    public Mono<Void> add(List<Addressed> news, NotificationKind kind, UUID subject, UUID eventId, Instant at) {
        return database.sql("""
                        with news as (
                            select account, parameters::jsonb as parameters
                            from unnest(:accounts, :parameters) as person (account, parameters)
                            where not exists (
                                select from messaging.notification
                                where notification.account = person.account and event_id = :event and kind = :kind)),
                        counted as (
                            insert into messaging.inbox (account, last_sequence)
                            select account, 1 from news order by account
                            on conflict (account) do update
                            set last_sequence = inbox.last_sequence + 1
                            returning account, last_sequence)
                        insert into messaging.notification (account, sequence, kind, subject, parameters, event_id, at)
                        select account, last_sequence, :kind, :subject, parameters, :event, :at
                        from news join counted using (account)
                        """)
                .bind("accounts", news.stream().map(one -> one.to().value()).toArray(UUID[]::new))
                .bind(
                        "parameters",
                        news.stream()
                                .map(one -> JSON.writeValueAsString(one.parameters()))
                                .toArray(String[]::new))
                .bind("kind", kind.name())
                .bind("event", eventId)
                .bind("subject", subject)
                .bind("at", at)
                .then();
    }

    /** The latest before a sequence, newest first. */
    public Flux<Notification> findBefore(AccountId person, long sequence, int limit) {
        return database.sql("""
                        select sequence, kind, subject, parameters, at
                        from messaging.notification
                        where account = :account and sequence < :sequence
                        order by sequence desc
                        limit :limit
                        """)
                .bind("account", person.value())
                .bind("sequence", sequence)
                .bind("limit", limit)
                .map(NotificationRepository::notification)
                .all();
    }

    /** Whether one about the subject waits to be read already. */
    public Mono<Boolean> isWaiting(AccountId person, NotificationKind kind, UUID subject) {
        return database.sql("""
                        select exists (
                            select from messaging.notification
                            join messaging.inbox on inbox.account = notification.account
                            where notification.account = :account and notification.kind = :kind
                              and notification.subject = :subject and notification.sequence > inbox.read_up_to) as waiting
                        """)
                .bind("account", person.value())
                .bind("kind", kind.name())
                .bind("subject", subject)
                .map((row, metadata) -> required(row, "waiting", Boolean.class))
                .one();
    }

    /** Sequences have no gaps, so what is unread is a difference. */
    public Mono<Mark> mark(AccountId person) {
        return database.sql("select last_sequence, read_up_to from messaging.inbox where account = :account")
                .bind("account", person.value())
                .map((row, metadata) ->
                        new Mark(required(row, "last_sequence", Long.class), required(row, "read_up_to", Long.class)))
                .one()
                .defaultIfEmpty(new Mark(0, 0));
    }

    /** Moves the mark forward; false where it did not move. */
    public Mono<Boolean> markRead(AccountId person, long upTo) {
        return database.sql("""
                        update messaging.inbox
                        set read_up_to = least(:upTo, last_sequence)
                        where account = :account and least(:upTo, last_sequence) > read_up_to
                        """)
                .bind("upTo", upTo)
                .bind("account", person.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What people have chosen; who has not chosen a kind is left out. */
    public Flux<Chosen> choices(Collection<AccountId> people) {
        return database.sql("""
                        select account, kind, in_app, email, sms, push
                        from messaging.notification_choice
                        where account = any(:accounts)
                        """)
                .bind("accounts", people.stream().map(AccountId::value).toArray(UUID[]::new))
                .map((Readable row) -> new Chosen(new AccountId(required(row, "account", UUID.class)), choice(row)))
                .all();
    }

    public Mono<Void> choose(AccountId person, NotificationChoice choice) {
        return database.sql("""
                        insert into messaging.notification_choice (account, kind, in_app, email, sms, push)
                        values (:account, :kind, :inApp, :email, :sms, :push)
                        on conflict (account, kind) do update
                        set in_app = excluded.in_app, email = excluded.email, sms = excluded.sms,
                            push = excluded.push
                        """)
                .bind("account", person.value())
                .bind("kind", choice.kind().name())
                .bind("inApp", choice.inApp())
                .bind("email", choice.email())
                .bind("sms", choice.sms())
                .bind("push", choice.push())
                .then();
    }

    private static Notification notification(Readable row) {
        return new Notification(
                required(row, "sequence", Long.class),
                NotificationKind.valueOf(required(row, "kind", String.class)),
                required(row, "subject", UUID.class),
                MessageRows.parameters(row, "parameters"),
                required(row, "at", Instant.class));
    }

    private static NotificationChoice choice(Readable row) {
        var kind = NotificationKind.valueOf(required(row, "kind", String.class));
        var push = row.get("push", Boolean.class);
        return new NotificationChoice(
                kind,
                required(row, "in_app", Boolean.class),
                required(row, "email", Boolean.class),
                required(row, "sms", Boolean.class),
                push == null ? kind.usual().push() : push);
    }

    /** What one person is told. */
    public record Addressed(AccountId to, Map<String, String> parameters) {
        public Addressed {
            parameters = Map.copyOf(parameters);
        }
    }

    public record Mark(long lastSequence, long readUpTo) {
        public long unread() {
            return lastSequence - readUpTo;
        }
    }

    public record Chosen(AccountId account, NotificationChoice choice) {}
}
