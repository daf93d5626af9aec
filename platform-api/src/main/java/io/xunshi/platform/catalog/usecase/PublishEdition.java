package io.xunshi.platform.catalog.usecase;

import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.MaterialEdition;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.catalog.storage.EditionRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * An officer's new edition of a material. It begins on a later day and after every other, so that what was found for a
 * day stays what it was, and no deal is judged by what nobody could know when it was made.
 */
@Component
public class PublishEdition {
    private final EditionRepository editions;
    private final KeptEditions kept;
    private final Materials materials;
    private final Clock clock;

    PublishEdition(EditionRepository editions, KeptEditions kept, Materials materials, Clock clock) {
        this.editions = editions;
        this.kept = kept;
        this.materials = materials;
        this.clock = clock;
    }

    /**
     * Raises field faults, {@link CatalogProblem#NO_SUCH_MATERIAL}, and {@link CatalogProblem#ANOTHER_EDITION} where
     * the officer has not seen the newest one.
     *
     * @param edition its number is that of the one that it was made from, plus one
     */
    public Mono<Material> publish(AccountId officer, MaterialEdition edition) {
        return kept.refresh()
                .then(Mono.defer(() -> materials.editionsOf(edition.code()).last()))
                .onErrorMap(NoSuchElementException.class, none -> CatalogProblem.NO_SUCH_MATERIAL.raise())
                .doOnNext(newest -> check(newest, edition))
                .then(Mono.defer(() -> editions.add(edition, officer, clock.instant())))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(CatalogProblem.ANOTHER_EDITION::raise))
                .then(kept.refresh())
                .then(Mono.defer(() -> materials.findEdition(edition.code(), edition.edition())));
    }

    private void check(Material newest, MaterialEdition edition) {
        if (edition.edition() != newest.edition() + 1) {
            throw CatalogProblem.ANOTHER_EDITION.raise();
        }
        var today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
        var last = newest.validFrom();
        if (!edition.validFrom().isAfter(today)
                || last != null && !edition.validFrom().isAfter(last)) {
            throw FieldFault.refuse(List.of(new FieldFault("validFrom", "catalog.field.valid-from")));
        }
    }
}
