package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Lets tests of other packages have the first editions of all materials without a server. */
public final class MaterialsOfTests {
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private MaterialsOfTests() {}

    public static Materials materials() {
        return new ReferenceMaterials(() -> Mono.just(Map.of()));
    }

    public static List<Material> tree() {
        return Objects.requireNonNull(materials().tree(ANY_DAY).block());
    }

    /** @throws java.util.NoSuchElementException where there is none */
    public static Material material(String code) {
        return materials().find(code, ANY_DAY).blockOptional().orElseThrow();
    }
}
