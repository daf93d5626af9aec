package io.xunshi.platform.privacy.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PasswordCheck;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.privacy.PrivacyProblem;
import io.xunshi.platform.privacy.domain.Archive;
import io.xunshi.platform.privacy.storage.ArchiveRepository;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts archives together in the background (PIPL art. 45: a copy, in a form that can be moved elsewhere). The document
 * is kept encrypted for a day; pictures stay where they are until somebody loads the archive.
 */
@Component
public class MakeArchives {
    private static final Logger log = LoggerFactory.getLogger(MakeArchives.class);
    private static final int BATCH = 10;
    private static final int KEY_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ArchiveRepository archives;
    private final ReadPersonalData personalData;
    private final PasswordCheck passwordCheck;
    private final Notices notices;
    private final TransactionalOperator transaction;
    private final PrivacySettings settings;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    MakeArchives(
            ArchiveRepository archives,
            ReadPersonalData personalData,
            PasswordCheck passwordCheck,
            Notices notices,
            TransactionalOperator transaction,
            PrivacySettings settings,
            IdGenerator ids,
            Clock clock,
            MeterRegistry meters) {
        this.archives = archives;
        this.personalData = personalData;
        this.passwordCheck = passwordCheck;
        this.notices = notices;
        this.transaction = transaction;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Raises {@link PrivacyProblem#ARCHIVE_UNDER_WAY} or {@link PrivacyProblem#TOO_MANY_ARCHIVES}, and what
     * {@link PasswordCheck} raises.
     */
    public Mono<Archive> request(AccountId person, String password) {
        return passwordCheck
                .confirm(person, password)
                .then(Mono.defer(
                        () -> archives.countSince(person, clock.instant().minus(Duration.ofDays(1)))))
                .filter(count -> count < settings.archivesADay())
                .switchIfEmpty(Mono.error(() -> PrivacyProblem.TOO_MANY_ARCHIVES.raise(settings.archivesADay())))
                .flatMap(count -> add(new Archive(ids.next(), person, clock.instant(), null)));
    }

    /** The last that the person asked for; empty where it is forgotten by now. */
    public Mono<Archive> latest(AccountId person) {
        return archives.latest(person);
    }

    public Instant endOf(Archive archive) {
        return archive.requestedAt().plus(settings.archiveAge());
    }

    /**
     * A link that opens the archive for some minutes, to who is signed in and knows the password. Raises
     * {@link PrivacyProblem#ARCHIVE_NOT_FOUND}, and what {@link PasswordCheck} raises.
     */
    public Mono<ArchiveLink> link(AccountId person, UUID id, String password) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = HexFormat.of().formatHex(bytes);
        return passwordCheck
                .confirm(person, password)
                .then(Mono.fromSupplier(() -> clock.instant().plus(settings.linkAge())))
                .flatMap(until -> archives.giveKey(id, person, key, until)
                        .filter(given -> given)
                        .map(given -> new ArchiveLink(key, until)))
                .switchIfEmpty(Mono.error(PrivacyProblem.ARCHIVE_NOT_FOUND::raise));
    }

    @Scheduled(fixedDelayString = "${xunshi.privacy.archive-interval:2s}")
    Mono<Void> runWaiting() {
        return Mono.defer(() -> archives.findWaiting(BATCH).collectList())
                .flatMapIterable(waiting -> waiting)
                .concatMap(this::putTogether)
                .then();
    }

    @Scheduled(fixedDelayString = "${xunshi.privacy.archive-purge-interval:1h}")
    Mono<Void> purge() {
        return Mono.defer(() -> archives.forgetOlderThan(clock.instant().minus(settings.archiveAge())));
    }

    private Mono<Archive> add(Archive archive) {
        return archives.add(archive)
                .filter(added -> added)
                .switchIfEmpty(Mono.error(PrivacyProblem.ARCHIVE_UNDER_WAY::raise))
                .thenReturn(archive);
    }

    private Mono<Void> putTogether(Archive archive) {
        var now = clock.instant();
        return personalData
                .everything(archive.account())
                .collectList()
                .map(topics -> JSON.writeValueAsString(new ArchiveDocument(
                        archive.account().value(),
                        now,
                        topics.stream()
                                .map(topic -> new ArchiveDocument.Section(topic.topic(), topic.rows()))
                                .toList())))
                .flatMap(document -> archives.complete(archive.id(), document, now))
                .filter(completed -> completed)
                .doOnNext(completed -> meters.counter("xunshi.privacy.archives").increment())
                .flatMap(completed -> tell(archive, now))
                .as(transaction::transactional)
                .onErrorResume(error -> {
                    log.warn("Archive {} will be put together again: {}", archive.id(), error.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> tell(Archive archive, Instant now) {
        var notice = new Notice(archive.account(), Map.of("path", "/account/privacy"));
        return notices.tell(List.of(notice), Notices.Kind.ARCHIVE_READY, archive.id(), archive.id(), now);
    }

    /** @param key opens the archive until the moment */
    public record ArchiveLink(String key, Instant until) {}
}
