package io.xunshi.platform.privacy.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.KeptBecause;
import io.xunshi.platform.identity.LegalGround;
import io.xunshi.platform.identity.PersonalData;
import io.xunshi.platform.identity.PersonalData.Hindrance;
import io.xunshi.platform.identity.PersonalData.PersonalConsent;
import io.xunshi.platform.privacy.PrivacyProblem;
import io.xunshi.platform.privacy.storage.PersonalTables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows a person what is kept about them, and takes consents back (PIPL arts. 15, 44, 45). */
@Component
public class ReadPersonalData {
    private static final int ROWS_MAX = 200;

    private final PersonalTables tables;
    private final List<Topic> topics;
    private final List<Hindrance> hindrances;
    private final List<PersonalConsent> consents;

    ReadPersonalData(PersonalTables tables, List<PersonalData> modules) {
        this.tables = tables;
        topics = Topic.of(modules.stream().flatMap(module -> module.records().stream()));
        hindrances =
                modules.stream().flatMap(module -> module.hindrances().stream()).toList();
        consents =
                modules.stream().flatMap(module -> module.consents().stream()).toList();
    }

    /** What there is of every topic, also of those of which there is nothing. */
    public Flux<TopicCount> count(AccountId person) {
        return Flux.fromIterable(topics).concatMap(topic -> count(topic, person));
    }

    /**
     * The person's rows of one topic, at most two hundred of each table; what is kept encrypted is only in the archive.
     * Raises {@link PrivacyProblem#TOPIC_NOT_FOUND}.
     */
    public Flux<Map<String, Object>> rows(AccountId person, String key) {
        return Flux.fromIterable(topics)
                .filter(topic -> topic.key().equals(key))
                .switchIfEmpty(Mono.error(PrivacyProblem.TOPIC_NOT_FOUND::raise))
                .concatMapIterable(Topic::shown)
                .concatMap(select -> tables.rows(select, person).take(ROWS_MAX));
    }

    /** All rows of every topic that has some. */
    Flux<TopicRows> everything(AccountId person) {
        return Flux.fromIterable(topics)
                .concatMap(topic -> Flux.fromIterable(topic.shown())
                        .concatMap(select -> tables.rowsInClear(select, person))
                        .collectList()
                        .map(rows -> new TopicRows(topic.key(), rows)))
                .filter(topic -> !topic.rows().isEmpty());
    }

    /** What an erasure would wait for; nothing where it could be made. */
    public Flux<Unfinished> hindrances(AccountId person) {
        return Flux.fromIterable(hindrances)
                .concatMap(hindrance -> tables.number(hindrance.counted(), person)
                        .map(count -> new Unfinished(hindrance.code(), count)))
                .filter(unfinished -> unfinished.count() > 0);
    }

    public Flux<Consent> consents(AccountId person) {
        return Flux.fromIterable(consents)
                .concatMap(consent -> tables.isTrue(consent.given(), person)
                        .map(given -> new Consent(
                                consent.code(), given, !consent.renewed().isEmpty())));
    }

    /** Raises {@link PrivacyProblem#CONSENT_NOT_FOUND}. Taking back what was not given changes nothing. */
    @Transactional
    public Mono<Void> withdraw(AccountId person, String code) {
        return named(code)
                .flatMapIterable(PersonalConsent::withdrawn)
                .concatMap(statement -> tables.change(statement, person))
                .then();
    }

    /** Raises {@link PrivacyProblem#CONSENT_NOT_FOUND} or {@link PrivacyProblem#CONSENT_NOT_RENEWABLE}. */
    @Transactional
    public Mono<Void> renew(AccountId person, String code) {
        return named(code)
                .filter(consent -> !consent.renewed().isEmpty())
                .switchIfEmpty(Mono.error(PrivacyProblem.CONSENT_NOT_RENEWABLE::raise))
                .flatMapIterable(PersonalConsent::renewed)
                .concatMap(statement -> tables.change(statement, person))
                .then();
    }

    private Mono<PersonalConsent> named(String code) {
        return Flux.fromIterable(consents)
                .filter(consent -> consent.code().equals(code))
                .next()
                .switchIfEmpty(Mono.error(PrivacyProblem.CONSENT_NOT_FOUND::raise));
    }

    private Mono<TopicCount> count(Topic topic, AccountId person) {
        return Flux.fromIterable(topic.shown())
                .concatMap(select -> tables.count(select, person))
                .reduce(0L, Long::sum)
                .map(count ->
                        new TopicCount(topic.key(), topic.ground(), topic.isErased(), topic.keptBecause(), count));
    }

    /**
     * One thing that is kept, and how much of it.
     *
     * @param isErased whether an erasure removes something of it
     * @param keptBecause why something of it stays nevertheless; empty where nothing does
     */
    public record TopicCount(
            String key, LegalGround ground, boolean isErased, List<KeptBecause> keptBecause, long count) {}

    /** All that there is of one thing. */
    record TopicRows(String topic, List<Map<String, Object>> rows) {}

    /** So many things that an erasure waits for. */
    public record Unfinished(String code, long count) {}

    /** @param isRenewable whether saying so is enough to give it again */
    public record Consent(String code, boolean isGiven, boolean isRenewable) {}
}
