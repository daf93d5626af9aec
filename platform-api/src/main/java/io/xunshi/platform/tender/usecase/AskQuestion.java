package io.xunshi.platform.tender.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderProblem;
import io.xunshi.platform.tender.domain.Question;
import io.xunshi.platform.tender.domain.Question.Answer;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.storage.QuestionRepository;
import io.xunshi.platform.tender.storage.TenderRepository;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Questions and answers before all (公开答疑): what one supplier learns, all do. */
@Component
public class AskQuestion {
    private static final int WORDS_MIN = 2;
    private static final int WORDS_MAX = 500;

    private final TenderRepository tenders;
    private final QuestionRepository questions;
    private final Organisations organisations;
    private final TellTraders tellTraders;
    private final TenderSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    AskQuestion(
            TenderRepository tenders,
            QuestionRepository questions,
            Organisations organisations,
            TellTraders tellTraders,
            TenderSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.tenders = tenders;
        this.questions = questions;
        this.organisations = organisations;
        this.tellTraders = tellTraders;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for an organisation, whose name nobody reads. Raises {@link TenderProblem#NOT_FOUND},
     * {@link TenderProblem#QUESTIONS_OVER}, {@link TenderProblem#TOO_MANY_QUESTIONS}, field faults and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Question> ask(AccountId person, TenderId id, OrganisationId asker, String words) {
        return organisations
                .requireRole(person, asker, MemberRole.TRADER)
                .then(tenders.lock(id))
                .filter(tender -> tender.published() != null && tender.isSeenBy(List.of(asker)))
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .filter(this::takesQuestions)
                .switchIfEmpty(Mono.error(TenderProblem.QUESTIONS_OVER::raise))
                .doOnNext(tender -> check(words, "question"))
                .delayUntil(tender -> checkLimit(id))
                .flatMap(tender -> {
                    var question = new Question(ids.next(), asker, words.strip(), clock.instant(), null);
                    return questions
                            .add(id, question, person)
                            .then(Mono.defer(() -> tellTraders.asked(tender)))
                            .thenReturn(question);
                });
    }

    /**
     * Answers, or answers otherwise, until the close. Raises {@link TenderProblem#NOT_FOUND},
     * {@link TenderProblem#QUESTION_NOT_FOUND}, {@link TenderProblem#CLOSED}, field faults and what
     * {@link Organisations#requireRole} raises.
     */
    @Transactional
    public Mono<Question> answer(AccountId person, TenderId id, UUID question, String words) {
        return tenders.lock(id)
                .switchIfEmpty(Mono.error(TenderProblem.NOT_FOUND::raise))
                .delayUntil(tender -> organisations.requireRole(person, tender.buyer(), MemberRole.TRADER))
                .filter(tender -> tender.takesQuotesAt(clock.instant()))
                .switchIfEmpty(Mono.error(TenderProblem.CLOSED::raise))
                .doOnNext(tender -> check(words, "answer"))
                .flatMap(tender -> questions
                        .answer(id, question, new Answer(words.strip(), clock.instant()), person)
                        .switchIfEmpty(Mono.error(TenderProblem.QUESTION_NOT_FOUND::raise))
                        .delayUntil(answered -> tellTraders.answered(tender, answered)));
    }

    private boolean takesQuestions(Tender tender) {
        return tender.takesQuotesAt(clock.instant().plus(settings.questionsEnd()));
    }

    private Mono<Void> checkLimit(TenderId id) {
        return questions
                .countOf(id)
                .filter(count -> count < settings.questionsMax())
                .switchIfEmpty(Mono.error(() -> TenderProblem.TOO_MANY_QUESTIONS.raise(settings.questionsMax())))
                .then();
    }

    private static void check(String words, String field) {
        var length = words.strip().codePointCount(0, words.strip().length());
        if (length < WORDS_MIN || length > WORDS_MAX) {
            throw FieldFault.refuse(List.of(new FieldFault(field, "tender.field.words")));
        }
    }
}
