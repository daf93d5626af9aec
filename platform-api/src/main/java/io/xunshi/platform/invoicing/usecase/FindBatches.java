package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.Batch;
import io.xunshi.platform.invoicing.storage.BatchRepository;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows an organisation its batches, and a regulator everybody's. */
@Component
public class FindBatches {
    private final BatchRepository batches;
    private final Organisations organisations;

    FindBatches(BatchRepository batches, Organisations organisations) {
        this.batches = batches;
        this.organisations = organisations;
    }

    /** Newest first. */
    public Mono<Page<Batch>> ofOrganisation(
            AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, organisation, MemberRole.FINANCE)
                .then(page(organisation, after, limit));
    }

    /** For a regulator: of everybody, newest first, each with whose it is. */
    public Mono<Page<OwnedBatch>> ofAll(@Nullable Cursor after, int limit) {
        return page(null, after, limit)
                .flatMap(page -> organisations
                        .findAll(page.items().stream()
                                .map(Batch::organisation)
                                .distinct()
                                .toList())
                        .collectMap(OrganisationView::id)
                        .map(owners -> page.map(batch -> owned(batch, owners))));
    }

    /** Raises {@link InvoicingProblem#BATCH_NOT_FOUND}, also for a batch of others. */
    public Mono<BatchTable> table(AccountId reader, UUID id) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(InvoicingProblem.BATCH_NOT_FOUND::raise))
                .delayUntil(batch -> organisations.requireRole(reader, batch.organisation(), MemberRole.FINANCE))
                .flatMap(this::table);
    }

    /** For a regulator; raises {@link InvoicingProblem#BATCH_NOT_FOUND}. */
    public Mono<BatchTable> anyTable(UUID id) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(InvoicingProblem.BATCH_NOT_FOUND::raise))
                .flatMap(this::table);
    }

    private Mono<Page<Batch>> page(@Nullable OrganisationId organisation, @Nullable Cursor after, int limit) {
        return batches.findOf(organisation, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, batch -> new Cursor(batch.madeAt(), batch.id())));
    }

    private Mono<BatchTable> table(Batch batch) {
        return organisations
                .find(batch.organisation())
                .flatMap(organisation -> batches.rowsOf(batch.id())
                        .collectList()
                        .flatMap(rows -> batches.documentOf(batch.id())
                                .map(document -> new BatchTable(batch, organisation, rows, document))));
    }

    private static OwnedBatch owned(Batch batch, Map<OrganisationId, OrganisationView> owners) {
        return new OwnedBatch(
                batch, Objects.requireNonNull(owners.get(batch.organisation()), "a batch without an organisation"));
    }

    public record OwnedBatch(Batch batch, OrganisationView organisation) {}
}
