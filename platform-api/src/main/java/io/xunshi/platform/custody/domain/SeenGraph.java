package io.xunshi.platform.custody.domain;

import io.xunshi.platform.custody.domain.CustodyGraph.BatchNode;
import io.xunshi.platform.custody.domain.CustodyGraph.ParcelNode;
import io.xunshi.platform.custody.domain.CustodyGraph.Use;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chain as somebody may see it. An organisation sees all of what it did, by name whom it dealt with, and of others
 * only that there are others, by numbers and ids that hold in this answer alone: who supplies a supplier is that one's
 * secret, and an id tells when its batch was entered, which leads to its record in the public log.
 *
 * @param parties in the order of their numbers
 */
public record SeenGraph(
        List<Party> parties, List<SeenBatch> batches, List<SeenParcel> parcels, List<SeenUse> uses, boolean isCutOff) {
    private static final long WHOLE_BP = 10_000;

    public SeenGraph {
        parties = List.copyOf(parties);
        batches = List.copyOf(batches);
        parcels = List.copyOf(parcels);
        uses = List.copyOf(uses);
    }

    /** As one of its organisations sees it. */
    public static SeenGraph by(Set<OrganisationId> own, CustodyGraph graph, Map<OrganisationId, String> names) {
        return new View(own, false, graph, names).seen();
    }

    /** As those see it who supervise everybody. */
    public static SeenGraph byAuditors(CustodyGraph graph, Map<OrganisationId, String> names) {
        return new View(Set.of(), true, graph, names).seen();
    }

    /**
     * An organisation.
     *
     * @param number counts from 1, in this answer alone
     * @param name null for one that whoever asks has not dealt with
     * @param isOwn whether whoever asks acts for it
     */
    public record Party(int number, @Nullable String name, boolean isOwn) {}

    /**
     * A batch.
     *
     * @param id another's holds in this answer alone
     * @param party the number of whose it is, as <code>counterparty</code> is
     * @param code what its records in the log go by; null for another's, as all that is told after it
     */
    public record SeenBatch(
            UUID id,
            BatchKind kind,
            @Nullable ProcessKind process,
            int party,
            @Nullable Integer counterparty,
            @Nullable Source source,
            boolean isOutsideYield,
            @Nullable String code,
            @Nullable String areaCode,
            @Nullable Long entered,
            @Nullable Long loss,
            @Nullable String reference,
            @Nullable LocalDate happenedOn,
            @Nullable DealId deal) {}

    /**
     * A parcel.
     *
     * @param id another's holds in this answer alone, as that of the batch that made it does
     * @param documentedBasisPoints of its grams, those that a first receipt stands behind, rounded down
     * @param code null for another's, as the grams are
     * @param left null for what whoever asks does not have
     */
    public record SeenParcel(
            UUID id,
            UUID madeBy,
            int party,
            String materialCode,
            CustodyModel model,
            int documentedBasisPoints,
            @Nullable String code,
            @Nullable Long grams,
            @Nullable Long left) {}

    /** @param grams null between others */
    public record SeenUse(UUID parcel, UUID batch, @Nullable Long grams) {}

    /** Tells what is seen from what is not. */
    private static final class View {
        private final Set<OrganisationId> own;
        private final boolean isAuditor;
        private final CustodyGraph graph;
        private final Map<OrganisationId, String> names;
        private final Set<OrganisationId> partners;
        private final List<OrganisationId> numbered;
        private final Map<OrganisationId, Integer> numbers;
        private final Set<UUID> seenBatches;
        private final Set<UUID> seenParcels;
        private final Map<UUID, UUID> coined = new HashMap<>();

        View(Set<OrganisationId> own, boolean isAuditor, CustodyGraph graph, Map<OrganisationId, String> names) {
            this.own = own;
            this.isAuditor = isAuditor;
            this.graph = graph;
            this.names = names;
            partners = graph.partnersOf(own);
            numbered = graph.organisations().toList();
            numbers = IntStream.range(0, numbered.size())
                    .boxed()
                    .collect(Collectors.toMap(numbered::get, index -> index + 1));
            seenBatches = graph.batches().stream()
                    .filter(batch -> isAuditor || batch.isOf(own))
                    .map(BatchNode::id)
                    .collect(Collectors.toSet());
            seenParcels = graph.parcels().stream()
                    .filter(parcel -> isHeld(parcel) || seenBatches.contains(parcel.madeBy()))
                    .map(ParcelNode::id)
                    .collect(Collectors.toSet());
        }

        SeenGraph seen() {
            return new SeenGraph(
                    numbered.stream().map(this::party).toList(),
                    graph.batches().stream().map(this::batch).toList(),
                    graph.parcels().stream().map(this::parcel).toList(),
                    graph.uses().stream().map(this::use).toList(),
                    graph.isCutOff());
        }

        private Party party(OrganisationId organisation) {
            var isNamed = isAuditor || own.contains(organisation) || partners.contains(organisation);
            return new Party(
                    number(organisation), isNamed ? names.get(organisation) : null, own.contains(organisation));
        }

        private SeenBatch batch(BatchNode batch) {
            var isSeen = seenBatches.contains(batch.id());
            var giver = batch.counterparty();
            return new SeenBatch(
                    isSeen ? batch.id() : coined(batch.id()),
                    batch.kind(),
                    batch.process(),
                    number(batch.organisation()),
                    giver == null ? null : (Integer) number(giver),
                    batch.source(),
                    isSeen && batch.isOutsideYield(),
                    isSeen ? batch.code() : null,
                    isSeen ? batch.areaCode() : null,
                    isSeen ? (Long) batch.entered() : null,
                    isSeen ? (Long) batch.loss() : null,
                    isSeen ? batch.reference() : null,
                    isSeen ? batch.happenedOn() : null,
                    isSeen ? batch.deal() : null);
        }

        /** What was delivered to a partner is as well known to who delivered it as to who got it. */
        private SeenParcel parcel(ParcelNode parcel) {
            var isSeen = seenParcels.contains(parcel.id());
            return new SeenParcel(
                    isSeen ? parcel.id() : coined(parcel.id()),
                    isSeen ? parcel.madeBy() : coined(parcel.madeBy()),
                    number(parcel.organisation()),
                    parcel.materialCode(),
                    parcel.model(),
                    (int) Parcel.share(parcel.documented(), WHOLE_BP, parcel.grams()),
                    isSeen ? parcel.code() : null,
                    isSeen ? (Long) parcel.grams() : null,
                    isHeld(parcel) ? (Long) parcel.left() : null);
        }

        private boolean isHeld(ParcelNode parcel) {
            return isAuditor || own.contains(parcel.organisation());
        }

        private SeenUse use(Use use) {
            var isSeen = seenBatches.contains(use.batch());
            return new SeenUse(
                    seenParcels.contains(use.parcel()) ? use.parcel() : coined(use.parcel()),
                    isSeen ? use.batch() : coined(use.batch()),
                    isSeen ? (Long) use.grams() : null);
        }

        /** What another's goes by in this answer. It is drawn at random, so that nothing follows from it. */
        private UUID coined(UUID id) {
            return coined.computeIfAbsent(id, hidden -> UUID.randomUUID());
        }

        /** All that are in the graph have one. */
        private int number(OrganisationId organisation) {
            return numbers.getOrDefault(organisation, 0);
        }
    }
}
