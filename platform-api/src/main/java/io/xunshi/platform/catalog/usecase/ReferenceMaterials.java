package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.MaterialEdition;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.QualityAttribute;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Materials out of the reference files, with what officers changed since. Does not start on files that contradict
 * themselves.
 */
@Component
class ReferenceMaterials implements Materials {
    private final Map<String, List<QualityAttribute>> schemas = QualityFile.read();
    private final Map<String, Material> first = MaterialFile.read(schemas);
    private final MaterialEditions editions;

    ReferenceMaterials(MaterialEditions editions) {
        this.editions = editions;
    }

    @Override
    public Mono<Material> find(String code, LocalDate day) {
        return Mono.justOrEmpty(first.get(code))
                .flatMap(material -> editions.current().map(changed -> on(day, material, changed)));
    }

    @Override
    public Mono<Material> findEdition(String code, int edition) {
        return editionsOf(code)
                .filter(material -> material.edition() == edition)
                .next();
    }

    @Override
    public Flux<Material> editionsOf(String code) {
        return Mono.justOrEmpty(first.get(code))
                .flatMapMany(material -> editions.current()
                        .flatMapIterable(changed -> changed.getOrDefault(code, List.of()))
                        .map(edition -> edited(material, edition))
                        .startWith(material));
    }

    @Override
    public Mono<List<Material>> tree(LocalDate day) {
        return editions.current()
                .map(changed -> first.values().stream()
                        .map(material -> on(day, material, changed))
                        .toList());
    }

    @Override
    public List<QualityAttribute> quality(String schema) {
        return schemas.getOrDefault(schema, List.of());
    }

    private static Material on(LocalDate day, Material material, Map<String, List<MaterialEdition>> changed) {
        return newestOn(day, changed.getOrDefault(material.code(), List.of()))
                .map(edition -> edited(material, edition))
                .orElse(material);
    }

    private static Optional<MaterialEdition> newestOn(LocalDate day, List<MaterialEdition> oldestFirst) {
        return oldestFirst.reversed().stream()
                .filter(edition -> !edition.validFrom().isAfter(day))
                .findFirst();
    }

    private static Material edited(Material material, MaterialEdition edition) {
        return new Material(
                material.code(),
                material.parent(),
                material.level(),
                material.path(),
                material.isLeaf(),
                edition.nameZh(),
                edition.nameEn(),
                material.unit(),
                material.priceUnit(),
                material.minLotGrams(),
                edition.standard(),
                material.tradeCode(),
                material.hsCode(),
                material.wasteCode(),
                material.words(),
                edition.licenceGate(),
                material.qualitySchema(),
                edition.limits(),
                MaterialFile.bounds(edition.limits()),
                material.settlementBasis(),
                edition.edition(),
                edition.validFrom());
    }
}
