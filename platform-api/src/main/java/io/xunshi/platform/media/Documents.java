package io.xunshi.platform.media;

import io.xunshi.platform.identity.AccountId;
import reactor.core.publisher.Mono;

/**
 * Papers that are not for everybody: a PDF as it came, or a picture encoded anew. Unlike a photo a document has no
 * address of its own: the module that shows it decides who may read it, and hands it out.
 */
public interface Documents {

    /** Empty where there is none, it was never completed, or it is another's. */
    Mono<DocumentView> findOwn(DocumentId id, AccountId owner);

    /**
     * Takes a file in without an upload, through the same checks; raises {@link MediaProblem}s. Writes to the object
     * store, so never inside a transaction.
     *
     * @param file a PDF or a picture
     */
    Mono<DocumentView> add(AccountId owner, String name, byte[] file);

    /** Says that something shows it, so that it is kept; others are removed after a day. */
    Mono<Void> keep(DocumentId id, AccountId owner);

    /**
     * With its content, for whom the caller lets read it; raises {@link MediaProblem#DOCUMENT_NOT_FOUND}. Reads the
     * object store, so never inside a transaction.
     */
    Mono<DocumentFile> read(DocumentId id);

    record DocumentFile(DocumentView view, byte[] content) {}
}
