package io.xunshi.platform.tender.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.domain.Question;
import io.xunshi.platform.tender.domain.Question.Answer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions about tenders and their answers. */
@Repository
public class QuestionRepository {
    private static final String COLUMNS = "id, asker, question, asked_at, answer, answered_at";

    private final DatabaseClient database;

    QuestionRepository(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(TenderId tender, Question question, AccountId person) {
        return database.sql("""
                        insert into tender.question (id, tender, asker, asked_by, question, asked_at)
                        values (:id, :tender, :asker, :person, :question, :at)
                        """)
                .bind("id", question.id())
                .bind("tender", tender.value())
                .bind("asker", question.asker().value())
                .bind("person", person.value())
                .bind("question", question.question())
                .bind("at", question.askedAt())
                .then();
    }

    public Mono<Long> countOf(TenderId tender) {
        return database.sql("select count(*) as questions from tender.question where tender = :tender")
                .bind("tender", tender.value())
                .map(row -> required(row, "questions", Long.class))
                .one();
    }

    /** Oldest first. */
    public Flux<Question> findOf(TenderId tender) {
        return database.sql("select " + COLUMNS + " from tender.question where tender = :tender order by asked_at, id")
                .bind("tender", tender.value())
                .map(QuestionRepository::question)
                .all();
    }

    /** With its answer, or the answer said anew; empty where the tender has no such question. */
    public Mono<Question> answer(TenderId tender, UUID id, Answer answer, AccountId person) {
        return database.sql("""
                        update tender.question
                        set answer = :answer, answered_by = :person, answered_at = :at
                        where tender = :tender and id = :id
                        returning\s""" + COLUMNS)
                .bind("answer", answer.text())
                .bind("person", person.value())
                .bind("at", answer.at())
                .bind("tender", tender.value())
                .bind("id", id)
                .map(QuestionRepository::question)
                .one();
    }

    private static Question question(Readable row) {
        return new Question(
                required(row, "id", UUID.class),
                new OrganisationId(required(row, "asker", UUID.class)),
                required(row, "question", String.class),
                required(row, "asked_at", Instant.class),
                answer(row.get("answer", String.class), row.get("answered_at", Instant.class)));
    }

    private static @Nullable Answer answer(@Nullable String text, @Nullable Instant at) {
        return text == null || at == null ? null : new Answer(text, at);
    }
}
