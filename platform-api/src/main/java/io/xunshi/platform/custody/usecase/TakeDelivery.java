package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.CompositionRules;
import io.xunshi.platform.custody.storage.CustodyBatchRepository;
import io.xunshi.platform.custody.storage.ParcelRepository;
import io.xunshi.platform.custody.usecase.PostBatch.Entry;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.fulfilment.FulfilmentEvents.DealAccepted;
import io.xunshi.platform.kernel.CityTime;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What a buyer accepted leaves the seller's parcels and is a parcel of the buyer's. */
@Component
public class TakeDelivery {
    private final Deals deals;
    private final KeepSites keepSites;
    private final ParcelRepository parcels;
    private final CustodyBatchRepository batches;
    private final PostBatch postBatch;

    TakeDelivery(
            Deals deals,
            KeepSites keepSites,
            ParcelRepository parcels,
            CustodyBatchRepository batches,
            PostBatch postBatch) {
        this.deals = deals;
        this.keepSites = keepSites;
        this.parcels = parcels;
        this.batches = batches;
        this.postBatch = postBatch;
    }

    /** Once for a deal; nothing for what is counted by the piece. */
    @Transactional
    public Mono<Void> take(DealAccepted accepted) {
        var net = accepted.net();
        return net == null || net <= 0
                ? Mono.empty()
                : batches.isDelivered(accepted.dealId())
                        .filter(isDelivered -> !isDelivered)
                        .flatMap(isNew -> deals.find(accepted.dealId()))
                        .filter(deal -> deal.measure() == Measure.WEIGHT)
                        .flatMap(deal -> delivered(deal, net, accepted))
                        .flatMap(postBatch::post)
                        .then();
    }

    private Mono<Entry> delivered(DealView deal, long net, DealAccepted accepted) {
        return parcels.findForDelivery(deal.seller(), deal.materialCode(), deal.lot(), net)
                .collectList()
                .map(available -> CompositionRules.delivered(available, deal.lot(), deal.materialCode(), net))
                .flatMap(composition -> keepSites
                        .home(deal.buyer())
                        .map(site -> new Entry(
                                BatchKind.DELIVERY,
                                deal.buyer(),
                                deal.seller(),
                                site,
                                null,
                                null,
                                composition,
                                null,
                                deal.code(),
                                LocalDate.ofInstant(accepted.at(), CityTime.ZONE),
                                null,
                                deal.id(),
                                deal.lot(),
                                null)));
    }
}
