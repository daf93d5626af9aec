package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.CustodyEvent;
import io.xunshi.platform.custody.domain.EventFilter;
import io.xunshi.platform.custody.storage.CustodyBatchRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.Organisations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Batches of the organisations that somebody acts for, as EPCIS events. */
@Component
public class FindEvents {
    private final Organisations organisations;
    private final CustodyBatchRepository batches;

    FindEvents(Organisations organisations, CustodyBatchRepository batches) {
        this.organisations = organisations;
        this.batches = batches;
    }

    /** The earliest first, so that who reads on misses none. */
    public Mono<Page<Map<String, Object>>> find(
            AccountId person, EventFilter filter, @Nullable Cursor after, int limit) {
        return ownOf(person)
                .flatMap(
                        own -> batches.findEvents(own, filter, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, batch -> new Cursor(batch.enteredAt(), batch.id())))
                .flatMap(page -> countersOf(page.items()).map(counters -> page.map(batch -> event(batch, counters))));
    }

    /**
     * Raises {@link CustodyProblem#EVENT_NOT_FOUND} for one that others have, too.
     *
     * @param digest in the event's id, hexadecimal
     */
    public Mono<Map<String, Object>> event(AccountId person, String digest) {
        return ownOf(person)
                .flatMap(own -> batches.findEvent(own, digest))
                .switchIfEmpty(Mono.error(CustodyProblem.EVENT_NOT_FOUND::raise))
                .flatMap(batch -> countersOf(List.of(batch)).map(counters -> event(batch, counters)));
    }

    private Mono<List<UUID>> ownOf(AccountId person) {
        return organisations
                .membershipsOf(person)
                .map(Membership::organisation)
                .map(organisation -> organisation.value())
                .collectList();
    }

    private Mono<Map<UUID, Batch>> countersOf(List<Batch> wrong) {
        return batches.findCounters(wrong.stream().map(Batch::id).toList())
                .collectList()
                .map(counters -> counters.stream()
                        .filter(counter -> counter.corrects() != null)
                        .collect(Collectors.toMap(counter -> counter.corrects(), Function.identity())));
    }

    private static Map<String, Object> event(Batch batch, Map<UUID, Batch> counters) {
        return CustodyEvent.of(batch, counters.get(batch.id()));
    }
}
