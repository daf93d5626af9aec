package io.xunshi.platform.custody.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parcels and the batches between them. An edge leads from each parcel to the batches that took of it, and from each
 * batch to the parcels that it made.
 *
 * @param uses only between parcels and batches that are in it
 * @param isCutOff whether there is more than was asked for
 */
public record CustodyGraph(List<BatchNode> batches, List<ParcelNode> parcels, List<Use> uses, boolean isCutOff) {

    public CustodyGraph {
        batches = List.copyOf(batches);
        parcels = List.copyOf(parcels);
        uses = List.copyOf(uses);
    }

    /**
     * Those who gave to one of these, or got from them: whom they know by name.
     *
     * @param own organisations
     */
    public Set<OrganisationId> partnersOf(Set<OrganisationId> own) {
        var partners = new HashSet<OrganisationId>();
        for (var batch : batches) {
            var giver = batch.counterparty();
            if (giver != null && batch.isOf(own)) {
                partners.add(giver);
                partners.add(batch.organisation());
            }
        }
        partners.removeAll(own);
        return partners;
    }

    /** All whose material it is. */
    public Stream<OrganisationId> organisations() {
        return Stream.concat(
                        batches.stream().flatMap(BatchNode::sides),
                        parcels.stream().map(ParcelNode::organisation))
                .distinct();
    }

    /**
     * A batch.
     *
     * @param areaCode where it happened
     * @param counterparty who gave what was delivered; null where nothing changed hands
     * @param entered grams that no parcel is behind
     */
    public record BatchNode(
            UUID id,
            String code,
            BatchKind kind,
            @Nullable ProcessKind process,
            OrganisationId organisation,
            @Nullable OrganisationId counterparty,
            String areaCode,
            long entered,
            long loss,
            boolean isOutsideYield,
            @Nullable Source source,
            String reference,
            LocalDate happenedOn,
            @Nullable DealId deal,
            @Nullable UUID corrects) {

        /** Whether one of these is a side of it. */
        public boolean isOf(Set<OrganisationId> own) {
            return sides().anyMatch(own::contains);
        }

        Stream<OrganisationId> sides() {
            return Stream.concat(Stream.of(organisation), Stream.ofNullable(counterparty));
        }
    }

    /** A parcel, as it was made. */
    public record ParcelNode(
            UUID id,
            String code,
            UUID madeBy,
            OrganisationId organisation,
            String materialCode,
            long grams,
            long left,
            long documented,
            CustodyModel model) {}

    /** What a batch took of a parcel. */
    public record Use(UUID parcel, UUID batch, long grams) {}
}
