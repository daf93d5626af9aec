package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.domain.KeptDocument;
import io.xunshi.platform.fulfilment.storage.PaperRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.Documents;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts documents that somebody has uploaded to a deal, with their hashes. Joins the caller's transaction. */
@Component
class KeepPapers {
    private final Documents documents;
    private final PaperRepository papers;
    private final Clock clock;

    KeepPapers(Documents documents, PaperRepository papers, Clock clock) {
        this.documents = documents;
        this.papers = papers;
        this.clock = clock;
    }

    /** Raises a field fault for what is not the person's own, or was never uploaded. */
    Mono<Void> keep(DealId deal, AccountId person, List<UUID> ids) {
        return Flux.fromIterable(ids)
                .distinct()
                .concatMap(id -> keep(deal, person, id))
                .then();
    }

    private Mono<Void> keep(DealId deal, AccountId person, UUID id) {
        var document = new DocumentId(id);
        return documents
                .findOwn(document, person)
                .switchIfEmpty(Mono.error(
                        () -> FieldFault.refuse(List.of(new FieldFault("documentIds", "fulfilment.field.document")))))
                .flatMap(found -> papers.add(deal, kept(found), person))
                .then(documents.keep(document, person));
    }

    private KeptDocument kept(DocumentView found) {
        return new KeptDocument(
                found.id().value(),
                found.name(),
                found.mediaType(),
                found.sizeBytes(),
                found.sha256(),
                clock.instant());
    }
}
