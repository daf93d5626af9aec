package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.OfferRules;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds what somebody wants to say before everybody against the rules. */
@Component
class JudgeOffer {
    private static final List<FieldFault> UNKNOWN = List.of(new FieldFault("materialCode", "exchange.field.material"));

    private final Materials materials;
    private final TradingGate gate;
    private final OfferRules rules;
    private final Clock clock;

    JudgeOffer(Materials materials, TradingGate gate, Catalog catalog, Clock clock) {
        this.materials = materials;
        this.gate = gate;
        rules = new OfferRules(
                code -> code.equals(TradeArea.OUTSIDE) || catalog.district(code).isPresent());
        this.clock = clock;
    }

    /** The edition that the terms are said in; raises all field faults at once. */
    Mono<Material> judge(LotTerms terms) {
        return found(terms.materialCode())
                .filter(Material::isLeaf)
                .switchIfEmpty(unknown())
                .doOnNext(material ->
                        check(rules.faultsOf(terms, material, materials.quality(material.qualitySchema()), today())));
    }

    /** Like that of a lot; a demand may name a class of materials. */
    Mono<Material> judge(DemandTerms terms) {
        return found(terms.materialCode())
                .switchIfEmpty(unknown())
                .doOnNext(material ->
                        check(rules.faultsOf(terms, material, materials.quality(material.qualitySchema()), today())));
    }

    /** What is wrong with what is asked of one material, by the field. */
    Mono<List<FieldFault>> faultsOf(Asked asked) {
        return found(asked.materialCode())
                .map(material -> rules.faultsOf(asked, material, materials.quality(material.qualitySchema())))
                .defaultIfEmpty(UNKNOWN);
    }

    /** Raises which licences are missing. */
    Mono<Void> passGate(OrganisationId organisation, Material material, TradeSide side, Place place) {
        return gate.require(organisation, material.code(), side, place.areaCode(), clock.instant())
                .then();
    }

    private Mono<Material> found(String code) {
        return materials.find(code, today());
    }

    private static Mono<Material> unknown() {
        return Mono.error(() -> FieldFault.refuse(UNKNOWN));
    }

    private static void check(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }
}
