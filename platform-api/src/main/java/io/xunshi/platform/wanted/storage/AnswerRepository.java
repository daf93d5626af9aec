package io.xunshi.platform.wanted.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.wanted.domain.Answer;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which listings sellers pointed to. */
@Repository
public class AnswerRepository {
    private final DatabaseClient database;

    AnswerRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Answer> find(UUID post, ListingId listing) {
        return database.sql("""
                        select listing_id, conversation_id, answered_at
                        from wanted.answer
                        where post_id = :post and listing_id = :listing
                        """)
                .bind("post", post)
                .bind("listing", listing.value())
                .map(AnswerRepository::answer)
                .one();
    }

    /** Newest first. */
    public Flux<Answer> findOf(UUID post, int limit) {
        return database.sql("""
                        select listing_id, conversation_id, answered_at
                        from wanted.answer
                        where post_id = :post
                        order by answered_at desc, listing_id
                        limit :limit
                        """)
                .bind("post", post)
                .bind("limit", limit)
                .map(AnswerRepository::answer)
                .all();
    }

    public Mono<Long> countOf(AccountId seller, Instant since) {
        return database.sql(
                        "select count(*) as answers from wanted.answer where seller = :seller and answered_at > :since")
                .bind("seller", seller.value())
                .bind("since", since)
                .map(row -> required(row, "answers", Long.class))
                .one();
    }

    public Mono<Void> add(UUID post, AccountId seller, Answer answer) {
        return database.sql("""
                        insert into wanted.answer (post_id, listing_id, seller, conversation_id, answered_at)
                        values (:post, :listing, :seller, :conversation, :at)
                        """)
                .bind("post", post)
                .bind("listing", answer.listing().value())
                .bind("seller", seller.value())
                .bind("conversation", answer.conversation())
                .bind("at", answer.at())
                .then();
    }

    private static Answer answer(Readable row) {
        return new Answer(
                new ListingId(required(row, "listing_id", UUID.class)),
                required(row, "conversation_id", UUID.class),
                required(row, "answered_at", Instant.class));
    }
}
