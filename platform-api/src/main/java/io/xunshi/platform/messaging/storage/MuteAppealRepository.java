package io.xunshi.platform.messaging.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.messaging.domain.MuteAppeal;
import io.xunshi.platform.messaging.domain.MuteAppeal.Verdict;
import io.xunshi.platform.messaging.domain.MuteStanding;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is muted for which report, and what they say against it. */
@Repository
public class MuteAppealRepository {
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String APPEAL = """
            mute_appeal.id as appeal_id, mute_appeal.account, report.answer, mute_appeal.muted_until, mute_appeal.words_cipher,
            mute_appeal.made_at, mute_appeal.granted, mute_appeal.remark""";

    private final DatabaseClient database;
    private final PersonalText personalText;

    MuteAppealRepository(DatabaseClient database, PersonalText personalText) {
        this.database = database;
        this.personalText = personalText;
    }

    /** Empty for who may write; what muted them last counts. */
    public Mono<MuteStanding> standing(AccountId person, Instant now) {
        return database.sql("select mute.until, report.id as report_id, " + APPEAL + """

                        from messaging.mute
                        join lateral (
                            select id, answer from messaging.report
                            where reported = mute.account and outcome = 'MUTED'
                            order by decided_at desc, id desc limit 1) as report on true
                        left join messaging.mute_appeal on mute_appeal.report_id = report.id
                        where mute.account = :account and mute.until > :now
                        """)
                .bind("account", person.value())
                .bind("now", now)
                .map((row, metadata) -> new MuteStanding(
                        required(row, "until", Instant.class),
                        required(row, "report_id", UUID.class),
                        required(row, "answer", String.class),
                        row.get("appeal_id", UUID.class) == null ? null : appeal(row)))
                .one();
    }

    /** False where there is one about the report. */
    public Mono<Boolean> add(UUID id, AccountId person, MuteStanding standing, String words, Instant now) {
        return database.sql("""
                        insert into messaging.mute_appeal (id, report_id, account, muted_until, words_cipher, made_at)
                        values (:id, :report, :account, :until, :words, :now)
                        on conflict (report_id) do nothing
                        """)
                .bind("id", id)
                .bind("report", standing.report())
                .bind("account", person.value())
                .bind("until", standing.until())
                .bind("words", personalText.encrypt(words))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The longest waiting first, without the officer's own and those against what the officer decided. */
    public Flux<MuteAppeal> findWaitingFor(AccountId officer, @Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql("select " + APPEAL + """

                        from messaging.mute_appeal join messaging.report on report.id = mute_appeal.report_id
                        where mute_appeal.decided_at is null and (made_at, mute_appeal.id) > (:at, :id)
                          and :officer not in (report.officer, report.reporter, report.reported)
                        order by made_at, mute_appeal.id
                        limit :limit
                        """)
                .bind("officer", officer.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(this::appeal)
                .all();
    }

    /** Empty where it is decided, or not the officer's to decide. */
    public Mono<MuteAppeal> decide(UUID id, AccountId officer, Verdict verdict, Instant now) {
        return database.sql("""
                        update messaging.mute_appeal
                        set officer = :officer, granted = :granted, remark = :remark, decided_at = :now
                        from messaging.report
                        where mute_appeal.id = :id and report.id = mute_appeal.report_id and mute_appeal.decided_at is null
                          and :officer not in (report.officer, report.reporter, report.reported)
                        returning\s""" + APPEAL)
                .bind("id", id)
                .bind("officer", officer.value())
                .bind("granted", verdict.granted())
                .bind("remark", verdict.remark())
                .bind("now", now)
                .map(this::appeal)
                .one();
    }

    /** Whether it is decided; empty where there is none. */
    public Mono<Boolean> isDecided(UUID id) {
        return database.sql("select decided_at is not null as decided from messaging.mute_appeal where id = :id")
                .bind("id", id)
                .map((row, metadata) -> required(row, "decided", Boolean.class))
                .one();
    }

    private MuteAppeal appeal(Readable row) {
        var granted = row.get("granted", Boolean.class);
        return new MuteAppeal(
                required(row, "appeal_id", UUID.class),
                new AccountId(required(row, "account", UUID.class)),
                required(row, "answer", String.class),
                required(row, "muted_until", Instant.class),
                personalText.decrypt(required(row, "words_cipher", byte[].class)),
                required(row, "made_at", Instant.class),
                granted == null ? null : new Verdict(granted, required(row, "remark", String.class)));
    }
}
