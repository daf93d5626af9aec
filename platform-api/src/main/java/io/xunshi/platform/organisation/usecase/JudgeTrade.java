package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.ReverseInvoicing;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.organisation.domain.Licence;
import io.xunshi.platform.organisation.domain.TradingRules;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import io.xunshi.platform.organisation.storage.TradeLicenceRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what the trading rules are about, and has them judge. */
@Component
class JudgeTrade implements TradingGate, ReverseInvoicing {
    private final Materials materials;
    private final OrganisationRepository organisations;
    private final TradeLicenceRepository licences;

    JudgeTrade(Materials materials, OrganisationRepository organisations, TradeLicenceRepository licences) {
        this.materials = materials;
        this.organisations = organisations;
        this.licences = licences;
    }

    @Override
    public Mono<GateVerdict> judge(
            OrganisationId organisation, String materialCode, TradeSide side, String areaCode, Instant at) {
        return factsOf(organisation, materialCode, at).map(facts -> facts.judge(side, areaCode, at));
    }

    @Override
    public Mono<GateVerdict> judge(OrganisationId organisation, String materialCode, Instant at) {
        return factsOf(organisation, materialCode, at).map(facts -> facts.judgeReverseInvoicing(at));
    }

    private Mono<Facts> factsOf(OrganisationId organisation, String materialCode, Instant at) {
        return materials
                .find(materialCode, LocalDate.ofInstant(at, CityTime.ZONE))
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise))
                .flatMap(material -> factsOf(organisation, material));
    }

    private Mono<Facts> factsOf(OrganisationId id, Material material) {
        return organisations
                .find(id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .flatMap(organisation ->
                        licences.findCounting(id).collectList().map(held -> new Facts(organisation, material, held)));
    }

    private record Facts(OrganisationView organisation, Material material, List<Licence> licences) {
        GateVerdict judge(TradeSide side, String area, Instant at) {
            return TradingRules.judge(material, side, organisation, licences, area, at);
        }

        GateVerdict judgeReverseInvoicing(Instant at) {
            return TradingRules.judgeReverseInvoicing(material, organisation, licences, at);
        }
    }
}
