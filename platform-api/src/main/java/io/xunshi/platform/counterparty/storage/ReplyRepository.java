package io.xunshi.platform.counterparty.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.xunshi.platform.counterparty.domain.Reply;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What sides say to claims; each side has one reply, and the newer words take the place of the older. */
@Repository
public class ReplyRepository {
    private final DatabaseClient database;

    ReplyRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> say(Reply reply, AccountId person) {
        return database.sql("""
                        insert into counterparty.reply (claim, organisation, words, said_by, said_at)
                        values (:claim, :organisation, :words, :person, :at)
                        on conflict (claim, organisation) do update
                        set words = excluded.words, said_by = excluded.said_by, said_at = excluded.said_at
                        """)
                .bind("claim", reply.claim())
                .bind("organisation", reply.by().value())
                .bind("words", reply.words())
                .bind("person", person.value())
                .bind("at", reply.at())
                .then();
    }

    /** In no particular order. */
    public Flux<Reply> findOf(Collection<UUID> claims) {
        return database.sql("""
                        select claim, organisation, words, said_at from counterparty.reply where claim = any(:claims)
                        """)
                .bind("claims", claims.toArray(UUID[]::new))
                .map(row -> new Reply(
                        required(row, "claim", UUID.class),
                        new OrganisationId(required(row, "organisation", UUID.class)),
                        required(row, "words", String.class),
                        required(row, "said_at", Instant.class)))
                .all();
    }
}
