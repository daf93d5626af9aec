package io.xunshi.platform.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lots and demands, for whoever helps to find them. */
public interface FindableOffers {

    /** In whatever state; empty where there is no such lot or demand. */
    Mono<FindableOffer> find(OfferSide side, UUID id);

    /** Those before everybody, in the order of their ids. */
    Flux<FindableOffer> findAfter(OfferSide side, @Nullable UUID last, int limit);

    /** Those before everybody, newest first. */
    Flux<FindableOffer> newest(OfferSide side, Wanted wanted, int limit);

    /**
     * Which are wanted.
     *
     * @param words that must all be in the title
     * @param materials nodes of the tree, what stands below them included; empty for all
     * @param area where the goods lie, or are needed; null for anywhere
     */
    record Wanted(
            String words, List<String> materials, @Nullable String area) {
        public Wanted {
            materials = List.copyOf(materials);
        }
    }
}
