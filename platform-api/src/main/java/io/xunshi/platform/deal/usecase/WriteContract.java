package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.CatalogProblem;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.deal.DealProblem;
import io.xunshi.platform.deal.domain.AgreedRules;
import io.xunshi.platform.deal.domain.ContractTerms;
import io.xunshi.platform.deal.domain.ContractTerms.Side;
import io.xunshi.platform.deal.domain.ContractTerms.Stated;
import io.xunshi.platform.deal.domain.ContractText;
import io.xunshi.platform.deal.domain.SettlementRules;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.pricing.PriceComputation;
import io.xunshi.platform.pricing.PriceFacts;
import io.xunshi.platform.pricing.ReferencePrices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts what was agreed into the words of the contract. */
@Component
class WriteContract {
    private static final String ZHENGZHOU = "河南省郑州市";

    private final Materials materials;
    private final Catalog catalog;
    private final Organisations organisations;
    private final ContractWords words;
    private final ReferencePrices referencePrices;
    private final Clock clock;

    WriteContract(
            Materials materials,
            Catalog catalog,
            Organisations organisations,
            ContractWords words,
            ReferencePrices referencePrices,
            Clock clock) {
        this.materials = materials;
        this.catalog = catalog;
        this.organisations = organisations;
        this.words = words;
        this.referencePrices = referencePrices;
        this.clock = clock;
    }

    /** Raises {@link DealProblem#NO_REFERENCE_PRICE}. */
    Mono<Contract> write(String code, LotOffer offer, OrganisationId buyer, long quantity, Money price) {
        return materials
                .findEdition(offer.lot().materialCode(), offer.lot().materialEdition())
                .switchIfEmpty(Mono.error(CatalogProblem.NO_SUCH_MATERIAL::raise))
                .flatMap(material -> sides(offer, buyer)
                        .zipWith(
                                rules(offer, material, quantity, price),
                                (sides, rules) -> terms(code, offer, material, sides, rules, quantity, price)))
                .map(terms -> new Contract(
                        terms, offer.lot().seller(), buyer, offer.lot().areaCode()));
    }

    private Mono<SettlementRules> rules(LotOffer offer, Material material, long quantity, Money price) {
        var formula = offer.formula().forQuantity(quantity).plus(price.amount());
        return referencePrices
                .known(formula, today())
                .map(known -> PriceComputation.of(formula, new PriceFacts(known, List.of(), today()), Map.of()))
                .mapNotNull(PriceComputation::fenPerTonne)
                .switchIfEmpty(Mono.error(DealProblem.NO_REFERENCE_PRICE::raise))
                .map(estimate -> new AgreedRules(offer, material, materials.quality(material.qualitySchema()))
                        .of(formula, estimate));
    }

    private ContractTerms terms(
            String code,
            LotOffer offer,
            Material material,
            Sides sides,
            SettlementRules rules,
            long quantity,
            Money price) {
        return new ContractTerms(
                ContractText.NEWEST,
                code,
                offer.lot().code(),
                sides.seller(),
                sides.buyer(),
                material.code(),
                material.nameZh(),
                material.edition(),
                material.standard(),
                offer.lot().measure(),
                material.unit(),
                quantity,
                offer.toleranceBasisPoints(),
                price,
                offer.lot().measure().value(Money.fen(rules.estimateFen()), quantity),
                stated(offer, material),
                words.of("packing", offer.packing()),
                place(offer),
                words.of("delivery", offer.delivery()),
                words.of("payment", offer.payment()),
                words.of("tax", offer.tax()),
                offer.inspectionTo(),
                today(),
                rules);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private List<Stated> stated(LotOffer offer, Material material) {
        return materials.quality(material.qualitySchema()).stream()
                .filter(attribute -> offer.quality().containsKey(attribute.code()))
                .map(attribute -> new Stated(
                        attribute.nameZh(),
                        words.answer(offer.quality().getOrDefault(attribute.code(), "")),
                        attribute.unit() == null ? "" : attribute.unit()))
                .toList();
    }

    private String place(LotOffer offer) {
        var area = offer.lot().areaCode();
        return area.equals(TradeArea.OUTSIDE)
                ? offer.address()
                : ZHENGZHOU
                        + catalog.district(area)
                                .map(district -> district.nameZh())
                                .orElse("")
                        + offer.address();
    }

    private Mono<Sides> sides(LotOffer offer, OrganisationId buyer) {
        return side(offer.lot().seller()).zipWith(side(buyer), Sides::new);
    }

    private Mono<Side> side(OrganisationId id) {
        return organisations
                .find(id)
                .switchIfEmpty(Mono.error(OrganisationProblem.NOT_FOUND::raise))
                .map(WriteContract::side);
    }

    private static Side side(OrganisationView organisation) {
        return new Side(organisation.name(), organisation.unifiedSocialCreditCode(), organisation.place());
    }

    private record Sides(Side seller, Side buyer) {}

    /** @param areaCode where the goods lie */
    record Contract(ContractTerms terms, OrganisationId seller, OrganisationId buyer, String areaCode) {}
}
