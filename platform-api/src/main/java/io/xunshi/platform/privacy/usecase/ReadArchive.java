package io.xunshi.platform.privacy.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.PersonalFiles;
import io.xunshi.platform.identity.PersonalFiles.PersonalFile;
import io.xunshi.platform.privacy.PrivacyProblem;
import io.xunshi.platform.privacy.storage.ArchiveRepository;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands an archive out as one ZIP: the document for machines, the same for people, and the person's photos. It is
 * written while it is read, one file at a time, so that a thousand photos need no more memory than one.
 */
@Component
public class ReadArchive {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ArchiveRepository archives;
    private final PersonalFiles files;
    private final ArchivePage page;
    private final Clock clock;

    ReadArchive(ArchiveRepository archives, PersonalFiles files, ArchivePage page, Clock clock) {
        this.archives = archives;
        this.files = files;
        this.page = page;
        this.clock = clock;
    }

    /** Raises {@link PrivacyProblem#LINK_NOT_VALID} before the first byte. */
    public Mono<Flux<byte[]>> read(AccountId person, UUID id, String key) {
        return archives.open(id, person, key, clock.instant())
                .switchIfEmpty(Mono.error(PrivacyProblem.LINK_NOT_VALID::raise))
                .map(document -> zip(person, document));
    }

    private Flux<byte[]> zip(AccountId person, String document) {
        return Flux.defer(() -> {
            var zip = new ZipPieces();
            return texts(document)
                    .concatWith(files.of(person))
                    .concatMap(file -> file.content().map(content -> zip.file(file.name(), content)))
                    .concatWith(Mono.fromSupplier(zip::end));
        });
    }

    private Flux<PersonalFile> texts(String document) {
        var read = JSON.readValue(document, ArchiveDocument.class);
        return Flux.just(
                new PersonalFile("data.json", Mono.fromSupplier(() -> bytesOf(document))),
                new PersonalFile("index.html", Mono.fromSupplier(() -> bytesOf(page.of(read)))));
    }

    private static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
