package io.xunshi.platform.media.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.media.MediaProblem;
import io.xunshi.platform.media.storage.DocumentRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers other modules about documents. */
@Component
class PublishedDocuments implements Documents {
    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final TakeDocument takeDocument;

    PublishedDocuments(DocumentRepository documents, DocumentFiles files, TakeDocument takeDocument) {
        this.documents = documents;
        this.files = files;
        this.takeDocument = takeDocument;
    }

    @Override
    public Mono<DocumentView> findOwn(DocumentId id, AccountId owner) {
        return documents.findOwn(id, owner);
    }

    @Override
    public Mono<DocumentView> add(AccountId owner, String name, byte[] file) {
        return takeDocument.add(owner, name, file);
    }

    @Override
    public Mono<Void> keep(DocumentId id, AccountId owner) {
        return documents.keep(id, owner);
    }

    @Override
    public Mono<DocumentFile> read(DocumentId id) {
        return documents
                .find(id)
                .flatMap(view -> files.read(id).map(content -> new DocumentFile(view, content)))
                .switchIfEmpty(Mono.error(MediaProblem.DOCUMENT_NOT_FOUND::raise));
    }
}
