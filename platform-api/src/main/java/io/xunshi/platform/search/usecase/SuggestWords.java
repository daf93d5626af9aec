package io.xunshi.platform.search.usecase;

import io.xunshi.platform.search.storage.EngineFailure;
import io.xunshi.platform.search.storage.ListingIndex;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Offers what might be meant while somebody types; nothing while the engine is down. */
@Component
public class SuggestWords {
    private static final int SUGGESTIONS_MAX = 8;

    private final ListingIndex index;

    SuggestWords(ListingIndex index) {
        this.index = index;
    }

    public Mono<List<String>> suggest(String typed) {
        return typed.isBlank()
                ? Mono.just(List.of())
                : index.suggest(typed.strip(), SUGGESTIONS_MAX)
                        .onErrorResume(EngineFailure.class, failure -> Mono.just(List.of()));
    }
}
