package io.xunshi.platform.search.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.search.domain.MaterialWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The material tree as it is called today, with its words ready to be looked up. */
@Component
class MaterialTree {
    private final Materials materials;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> read = new AtomicReference<>();

    MaterialTree(Materials materials, Clock clock) {
        this.materials = materials;
        this.clock = clock;
    }

    Mono<MaterialWords> words() {
        return today().map(Read::words);
    }

    /** From the root down to the node; empty where there is no such node. */
    Mono<List<Material>> pathTo(String code) {
        return today().map(Read::tree).mapNotNull(tree -> pathTo(code, tree));
    }

    private static @Nullable List<Material> pathTo(String code, List<Material> tree) {
        return tree.stream()
                .filter(material -> material.code().equals(code))
                .findFirst()
                .map(leaf -> tree.stream()
                        .filter(material -> leaf.isWithin(material.code()))
                        .toList())
                .orElse(null);
    }

    /** The catalog hands out the same list until something in it changes; words are taken out of it once. */
    private Mono<Read> today() {
        return materials
                .tree(LocalDate.ofInstant(clock.instant(), CityTime.ZONE))
                .map(this::read);
    }

    private Read read(List<Material> tree) {
        var known = read.get();
        if (known != null && known.tree().equals(tree)) {
            return known;
        }
        var fresh = new Read(tree, new MaterialWords(tree));
        read.set(fresh);
        return fresh;
    }

    private record Read(List<Material> tree, MaterialWords words) {}
}
