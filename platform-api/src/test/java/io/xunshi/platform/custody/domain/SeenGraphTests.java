package io.xunshi.platform.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.custody.domain.CustodyGraph.BatchNode;
import io.xunshi.platform.custody.domain.CustodyGraph.ParcelNode;
import io.xunshi.platform.custody.domain.CustodyGraph.Use;
import io.xunshi.platform.custody.domain.SeenGraph.SeenBatch;
import io.xunshi.platform.custody.domain.SeenGraph.SeenParcel;
import io.xunshi.platform.custody.domain.SeenGraph.SeenUse;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A receipt of a seller's, which it splits, and the delivery of one half to a buyer. */
class SeenGraphTests {
    private static final OrganisationId SELLER = new OrganisationId(UUID.randomUUID());
    private static final OrganisationId BUYER = new OrganisationId(UUID.randomUUID());

    private final BatchNode receipt = batch(BatchKind.RECEIPT, SELLER, null);
    private final ParcelNode received = parcel(receipt);
    private final BatchNode split = batch(BatchKind.SPLIT, SELLER, null);
    private final ParcelNode half = parcel(split);
    private final BatchNode delivery = batch(BatchKind.DELIVERY, BUYER, SELLER);
    private final ParcelNode delivered = parcel(delivery);
    private final CustodyGraph graph = new CustodyGraph(
            List.of(receipt, split, delivery),
            List.of(received, half, delivered),
            List.of(new Use(received.id(), split.id(), 1_000), new Use(half.id(), delivery.id(), 1_000)),
            false);

    @Test
    void twoAnswersShareNoIdOfAnothers() {
        var first = idsOf(seenBy(BUYER));
        var second = idsOf(seenBy(BUYER));

        assertThat(first).contains(delivery.id(), delivered.id()).hasSize(6);
        assertThat(first).doesNotContain(receipt.id(), received.id(), split.id(), half.id());
        first.retainAll(second);
        assertThat(first).containsExactlyInAnyOrder(delivery.id(), delivered.id());
    }

    @Test
    void theLinesOfAnAnswerLeadBetweenItsNodes() {
        var seen = seenBy(BUYER);

        var batches = seen.batches().stream().map(SeenBatch::id).toList();
        var parcels = seen.parcels().stream().map(SeenParcel::id).toList();
        assertThat(seen.parcels()).extracting(SeenParcel::madeBy).containsExactlyElementsOf(batches);
        assertThat(seen.uses())
                .containsExactly(
                        new SeenUse(parcels.get(0), batches.get(1), null),
                        new SeenUse(parcels.get(1), batches.get(2), 1_000L));
    }

    @Test
    void whoDidItAndWhoSupervisesKnowTheRealIds() {
        var all = idsOf(SeenGraph.byAuditors(graph, Map.of()));

        assertThat(all)
                .containsExactlyInAnyOrder(
                        receipt.id(), received.id(), split.id(), half.id(), delivery.id(), delivered.id());
        assertThat(idsOf(seenBy(SELLER))).isEqualTo(all);
    }

    private SeenGraph seenBy(OrganisationId organisation) {
        return SeenGraph.by(Set.of(organisation), graph, Map.of());
    }

    private static Set<UUID> idsOf(SeenGraph seen) {
        return Stream.of(
                        seen.batches().stream().map(SeenBatch::id),
                        seen.parcels().stream().flatMap(parcel -> Stream.of(parcel.id(), parcel.madeBy())),
                        seen.uses().stream().flatMap(use -> Stream.of(use.parcel(), use.batch())))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
    }

    private static BatchNode batch(BatchKind kind, OrganisationId organisation, @Nullable OrganisationId giver) {
        return new BatchNode(
                UUID.randomUUID(),
                "K1",
                kind,
                null,
                organisation,
                giver,
                "ZZ-GY",
                0,
                0,
                false,
                kind == BatchKind.RECEIPT ? Source.RESIDENTS : null,
                "",
                LocalDate.EPOCH,
                giver == null ? null : new DealId(UUID.randomUUID()),
                null);
    }

    private static ParcelNode parcel(BatchNode madeBy) {
        return new ParcelNode(
                UUID.randomUUID(),
                "T1",
                madeBy.id(),
                madeBy.organisation(),
                "NF-AL-EXT-O",
                1_000,
                0,
                1_000,
                CustodyModel.SEGREGATED);
    }
}
