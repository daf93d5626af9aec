package io.xunshi.platform.listing.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.domain.ModerationCase;
import io.xunshi.platform.listing.domain.ModerationCase.Appeal;
import io.xunshi.platform.listing.domain.ModerationCase.Decision;
import io.xunshi.platform.listing.domain.ModerationCase.Kind;
import io.xunshi.platform.listing.domain.ModerationCase.Outcome;
import io.xunshi.platform.listing.domain.ModerationCase.RefusalReason;
import io.xunshi.platform.listing.domain.RuleFigures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The moderators' queue. A listing has at most one open case; every decision is one conditional statement. */
@Repository
public class ModerationCaseRepository {
    private static final Cursor OLDEST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private static final String COLUMNS = """
            moderation_case.id, moderation_case.listing_id, moderation_case.seller, moderation_case.kind,
            moderation_case.version, moderation_case.proposal::text as proposal, moderation_case.rules,
            moderation_case.appeal_of, moderation_case.appeal_against, moderation_case.appeal_words,
            moderation_case.opened_at, moderation_case.outcome, moderation_case.moderator, moderation_case.reason,
            moderation_case.remark, moderation_case.closed_at""";

    private final DatabaseClient database;

    ModerationCaseRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> open(ModerationCase opened) {
        return insert(opened, "");
    }

    /** Does nothing where the listing has an open case. */
    public Mono<Void> openUnlessOpen(ModerationCase opened) {
        return insert(opened, "on conflict (listing_id) where closed_at is null do nothing");
    }

    private Mono<Void> insert(ModerationCase opened, String otherwise) {
        var proposal = opened.proposal();
        var appeal = opened.appeal();
        return database.sql("""
                        insert into listing.moderation_case
                            (id, listing_id, seller, kind, version, proposal, rules, appeal_of, appeal_against, appeal_words,
                             opened_at)
                        values (:id, :listing, :seller, :kind, :version, :proposal::jsonb, :rules, :of::uuid, :against::uuid, :words, :at)
                        """ + otherwise)
                .bind("id", opened.id())
                .bind("listing", opened.listing().value())
                .bind("seller", opened.seller().value())
                .bind("kind", opened.kind().name())
                .bind("version", opened.version())
                .bind(
                        "proposal",
                        Parameters.in(R2dbcType.VARCHAR, proposal == null ? null : ListingRows.text(proposal)))
                .bind("rules", opened.rules().toArray(String[]::new))
                .bind("of", Parameters.in(R2dbcType.VARCHAR, appeal == null ? null : String.valueOf(appeal.of())))
                .bind(
                        "against",
                        Parameters.in(R2dbcType.VARCHAR, appeal == null ? null : String.valueOf(appeal.decidedBy())))
                .bind("words", Parameters.in(R2dbcType.VARCHAR, appeal == null ? null : appeal.words()))
                .bind("at", opened.openedAt())
                .then();
    }

    /** Ends what is open about a listing without a decision, if anything is. */
    public Mono<Void> withdraw(ListingId listing, Instant now) {
        return database.sql("""
                        update listing.moderation_case
                        set outcome = 'WITHDRAWN', remark = '', closed_at = :now
                        where listing_id = :listing and closed_at is null
                        """)
                .bind("now", now)
                .bind("listing", listing.value())
                .then();
    }

    /** As decided; empty where it is closed, there is none, or it is not the moderator's to decide. */
    public Mono<ModerationCase> decide(UUID id, Decision decision, AccountId moderator) {
        var reason = decision.reason();
        return database.sql("""
                        update listing.moderation_case
                        set outcome = :outcome, moderator = :moderator, reason = :reason, remark = :remark, closed_at = :now
                        where id = :id and closed_at is null and seller <> :moderator
                          and (appeal_against is null or appeal_against <> :moderator)
                        returning\s""" + COLUMNS)
                .bind("outcome", decision.outcome().name())
                .bind("moderator", moderator.value())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, reason == null ? null : reason.name()))
                .bind("remark", decision.remark())
                .bind("now", decision.at())
                .bind("id", id)
                .map(ModerationCaseRepository::moderationCase)
                .one();
    }

    public Mono<ModerationCase> find(UUID id) {
        return database.sql("select " + COLUMNS + " from listing.moderation_case where id = :id")
                .bind("id", id)
                .map(ModerationCaseRepository::moderationCase)
                .one();
    }

    public Mono<ModerationCase> findLatest(ListingId listing) {
        return database.sql("select " + COLUMNS + """
                         from listing.moderation_case
                        where listing_id = :listing
                        order by opened_at desc, id desc
                        limit 1
                        """)
                .bind("listing", listing.value())
                .map(ModerationCaseRepository::moderationCase)
                .one();
    }

    /** What waits for the moderator, the longest first; an edit of what is promised or sold waits for nobody. */
    public Flux<ModerationCase> findOpenFor(AccountId moderator, @Nullable Cursor after, int limit) {
        var from = after == null ? OLDEST : after;
        return database.sql("select " + COLUMNS + """
                         from listing.moderation_case join listing.listing on listing.id = moderation_case.listing_id
                        where moderation_case.closed_at is null and moderation_case.seller <> :moderator
                          and (appeal_against is null or appeal_against <> :moderator)
                          and (kind = 'PUBLICATION' or listing.state in ('PUBLISHED', 'WITHDRAWN'))
                          and (moderation_case.opened_at, moderation_case.id) > (:at, :id)
                        order by moderation_case.opened_at, moderation_case.id
                        limit :limit
                        """)
                .bind("moderator", moderator.value())
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map(ModerationCaseRepository::moderationCase)
                .all();
    }

    /** Of every version of a rule that sent anything here since. */
    public Flux<RuleFigures> figuresSince(Instant since) {
        return database.sql("""
                        select rule,
                               count(*) filter (where outcome is null) as waiting,
                               count(*) filter (where outcome = 'REFUSED') as refused,
                               count(*) filter (where outcome = 'APPROVED') as approved
                        from listing.moderation_case as decided cross join lateral unnest(rules) as rule
                        where opened_at > :since
                          and not exists (
                              select from listing.moderation_case as appeal
                              where appeal.appeal_of = decided.id and appeal.outcome in ('APPROVED', 'REFUSED'))
                        group by rule
                        order by rule
                        """)
                .bind("since", since)
                .map(row -> new RuleFigures(
                        required(row, "rule", String.class),
                        required(row, "waiting", Long.class),
                        required(row, "refused", Long.class),
                        required(row, "approved", Long.class)))
                .all();
    }

    private static ModerationCase moderationCase(Readable row) {
        var proposal = row.get("proposal", String.class);
        return new ModerationCase(
                required(row, "id", UUID.class),
                new ListingId(required(row, "listing_id", UUID.class)),
                new AccountId(required(row, "seller", UUID.class)),
                Kind.valueOf(required(row, "kind", String.class)),
                required(row, "version", Long.class),
                proposal == null ? null : ListingRows.offer(proposal),
                List.of(required(row, "rules", String[].class)),
                appeal(row),
                required(row, "opened_at", Instant.class),
                decision(row));
    }

    private static @Nullable Appeal appeal(Readable row) {
        var of = row.get("appeal_of", UUID.class);
        return of == null
                ? null
                : new Appeal(
                        of,
                        new AccountId(required(row, "appeal_against", UUID.class)),
                        required(row, "appeal_words", String.class));
    }

    private static @Nullable Decision decision(Readable row) {
        var outcome = row.get("outcome", String.class);
        var moderator = row.get("moderator", UUID.class);
        var reason = row.get("reason", String.class);
        return outcome == null
                ? null
                : new Decision(
                        Outcome.valueOf(outcome),
                        moderator == null ? null : new AccountId(moderator),
                        reason == null ? null : RefusalReason.valueOf(reason),
                        required(row, "remark", String.class),
                        required(row, "closed_at", Instant.class));
    }
}
