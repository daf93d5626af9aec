package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealProblem;
import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Proposal;
import io.xunshi.platform.deal.storage.DealRepository;
import io.xunshi.platform.deal.storage.ProposalRepository;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotView;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows members what is proposed and agreed. */
@Component
public class FindDeals {
    private final DealRepository deals;
    private final ProposalRepository proposals;
    private final Lots lots;
    private final Organisations organisations;

    FindDeals(DealRepository deals, ProposalRepository proposals, Lots lots, Organisations organisations) {
        this.deals = deals;
        this.proposals = proposals;
        this.lots = lots;
        this.organisations = organisations;
    }

    /** For members of either side; to others there is none. Raises {@link DealProblem#DEAL_NOT_FOUND}. */
    public Mono<Deal> find(AccountId reader, DealId id) {
        return deals.find(id)
                .filterWhen(deal -> isMember(reader, deal.seller(), deal.buyer()))
                .switchIfEmpty(Mono.error(DealProblem.DEAL_NOT_FOUND::raise));
    }

    /** Of either side, newest first. For members. */
    public Mono<Page<Deal>> findOf(AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, organisation, MemberRole.values())
                .then(deals.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        deal -> new Cursor(deal.agreedAt(), deal.id().value())));
    }

    /** Of either side, those that moved last first. For members. */
    public Mono<Page<Proposed>> proposalsOf(
            AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, organisation, MemberRole.values())
                .then(proposals.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows, limit, proposal -> new Cursor(proposal.lastWord().at(), proposal.id())))
                .flatMap(this::proposed);
    }

    /** With its lot and its sides, for who has just moved it. */
    public Mono<Proposed> proposed(Proposal proposal) {
        return proposed(new Page<>(List.of(proposal), null))
                .map(page -> page.items().getFirst());
    }

    private Mono<Page<Proposed>> proposed(Page<Proposal> page) {
        var items = page.items();
        return organisations
                .findAll(items.stream()
                        .flatMap(proposal -> Stream.of(proposal.seller(), proposal.buyer()))
                        .distinct()
                        .toList())
                .collectMap(OrganisationView::id)
                .flatMap(sides -> lots.findAll(
                                items.stream().map(Proposal::lot).distinct().toList())
                        .collectMap(LotView::id)
                        .map(found -> new Page<>(joined(items, sides, found), page.nextCursor())));
    }

    private static List<Proposed> joined(
            List<Proposal> proposals, Map<OrganisationId, OrganisationView> sides, Map<LotId, LotView> lots) {
        return proposals.stream()
                .flatMap(proposal -> joined(
                        proposal, lots.get(proposal.lot()), sides.get(proposal.seller()), sides.get(proposal.buyer())))
                .toList();
    }

    private static Stream<Proposed> joined(
            Proposal proposal,
            @Nullable LotView lot,
            @Nullable OrganisationView seller,
            @Nullable OrganisationView buyer) {
        return lot == null || seller == null || buyer == null
                ? Stream.empty()
                : Stream.of(new Proposed(proposal, lot, seller, buyer));
    }

    private Mono<Boolean> isMember(AccountId reader, OrganisationId... sides) {
        return organisations
                .membershipsOf(reader)
                .map(Membership::organisation)
                .filter(List.of(sides)::contains)
                .hasElements();
    }

    public record Proposed(Proposal proposal, LotView lot, OrganisationView seller, OrganisationView buyer) {
        /** Of the proposal. */
        public UUID id() {
            return proposal.id();
        }
    }
}
