package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.MaterialEdition;
import io.xunshi.platform.catalog.storage.EditionRepository;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps the editions in memory, since every step of every deal asks for one. Another replica's are known after half a
 * minute, which is early enough: an edition begins on a later day.
 */
@Component
class KeptEditions implements MaterialEditions {
    private final EditionRepository editions;
    private volatile @Nullable Map<String, List<MaterialEdition>> known;

    KeptEditions(EditionRepository editions) {
        this.editions = editions;
    }

    @Override
    public Mono<Map<String, List<MaterialEdition>>> current() {
        return Mono.defer(() -> known == null ? read() : Mono.just(known));
    }

    @Scheduled(fixedDelayString = "${xunshi.catalog.refresh-interval:30s}")
    Mono<Void> refresh() {
        return Mono.defer(this::read).then();
    }

    private Mono<Map<String, List<MaterialEdition>>> read() {
        return editions.findAll()
                .collect(Collectors.groupingBy(MaterialEdition::code))
                .map(this::keep);
    }

    private Map<String, List<MaterialEdition>> keep(Map<String, List<MaterialEdition>> read) {
        known = Map.copyOf(read);
        return read;
    }
}
