package io.xunshi.platform.search.usecase;

import io.xunshi.platform.exchange.OfferSide;
import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.OfferIndex;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers what might be meant while somebody types; nothing while the engine is down. */
@Component
public class SuggestOfferWords {
    private static final int SUGGESTIONS_MAX = 8;

    private final OfferIndex index;

    SuggestOfferWords(OfferIndex index) {
        this.index = index;
    }

    public Mono<List<String>> suggest(OfferSide side, String typed) {
        return typed.isBlank()
                ? Mono.just(List.of())
                : index.suggest(side, typed.strip(), SUGGESTIONS_MAX)
                        .onErrorResume(EngineFailure.class, failure -> Mono.just(List.of()));
    }
}
