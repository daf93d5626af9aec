package io.xunshi.platform.identity;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that people gave us, for the archive of their data. */
public interface PersonalFiles {

    /** All of the person's, oldest first. */
    Flux<PersonalFile> of(AccountId person);

    /**
     * One file.
     *
     * @param name as it is called in the archive, <code>photos/….jpg</code>
     * @param content empty where it has gone meanwhile; reads the object store, so never inside a transaction
     */
    record PersonalFile(String name, Mono<byte[]> content) {}
}
