package io.xunshi.platform.catalog;

import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The tree of what is traded as scrap: 14 classes, 178 nodes, each in editions with dates. What was found for a day
 * stays what it was: a new edition begins on a later day.
 */
public interface Materials {

    /**
     * The edition that is in force on a day; empty where there is no such node.
     *
     * @param day in the city
     */
    Mono<Material> find(String code, LocalDate day);

    /** The edition that a deal was made under; empty where there is none. */
    Mono<Material> findEdition(String code, int edition);

    /** All of a node's, also those that are to come, the first one first; empty where there is no such node. */
    Flux<Material> editionsOf(String code);

    /** All nodes in the editions of a day, each parent before its children. */
    Mono<List<Material>> tree(LocalDate day);

    /** What is said of the quality of materials with this schema, in order; empty where there is no such schema. */
    List<QualityAttribute> quality(String schema);
}
