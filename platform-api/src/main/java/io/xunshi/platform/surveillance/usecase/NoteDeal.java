package io.xunshi.platform.surveillance.usecase;

import io.xunshi.platform.deal.DealEvents.DealSigned;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.deal.Deals;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SharedBrowsers;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.surveillance.domain.Fact.RelatedSides;
import io.xunshi.platform.surveillance.domain.Fact.SignedDeal;
import io.xunshi.platform.surveillance.storage.SignedDealRepository;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes a signed deal, and who of its sides' members belongs to both. Joins the caller's transaction. */
@Component
public class NoteDeal {
    private final Deals deals;
    private final Organisations organisations;
    private final SharedBrowsers browsers;
    private final SignedDealRepository facts;

    NoteDeal(Deals deals, Organisations organisations, SharedBrowsers browsers, SignedDealRepository facts) {
        this.deals = deals;
        this.organisations = organisations;
        this.browsers = browsers;
        this.facts = facts;
    }

    public Mono<Void> signed(DealSigned event) {
        return deals.find(event.dealId())
                .map(deal -> fact(deal, event))
                .flatMap(this::related)
                .flatMap(facts::add);
    }

    private static SignedDeal fact(DealView deal, DealSigned event) {
        return new SignedDeal(
                deal.id().value(),
                deal.code(),
                event.at(),
                event.deal().contractHash(),
                deal.seller(),
                deal.buyer(),
                deal.materialCode(),
                deal.quantity(),
                deal.price().amount());
    }

    private Mono<RelatedSides> related(SignedDeal deal) {
        return membersOf(deal.seller())
                .flatMap(sellers -> membersOf(deal.buyer())
                        .flatMap(buyers -> sharingBrowsers(sellers, buyers)
                                .map(sharing -> new RelatedSides(
                                        deal, false, shared(sellers, buyers).size(), sharing))));
    }

    private Mono<Set<AccountId>> membersOf(OrganisationId id) {
        return organisations.membersOf(id, MemberRole.values()).collect(Collectors.toSet());
    }

    /** How many of the seller's members are none of the buyer's and use a browser of one who is. */
    private Mono<Integer> sharingBrowsers(Set<AccountId> sellers, Set<AccountId> buyers) {
        var others = new HashSet<>(buyers);
        others.removeAll(sellers);
        return Flux.fromIterable(sellers)
                .filter(seller -> !buyers.contains(seller))
                .concatMap(seller -> browsers.of(seller).any(others::contains))
                .filter(shares -> shares)
                .count()
                .map(Math::toIntExact);
    }

    private static Set<AccountId> shared(Set<AccountId> sellers, Set<AccountId> buyers) {
        return sellers.stream().filter(buyers::contains).collect(Collectors.toSet());
    }
}
