package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.custody.storage.SiteRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeArea;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps where organisations have material. */
@Component
public class KeepSites {
    private static final int SITES_MAX = 50;

    /** 注册地: what a delivery is put to before its buyer has said where things lie. */
    private static final String REGISTERED_PLACE = "注册地";

    private final SiteRepository sites;
    private final Organisations organisations;
    private final Catalog catalog;
    private final IdGenerator ids;
    private final Clock clock;

    KeepSites(SiteRepository sites, Organisations organisations, Catalog catalog, IdGenerator ids, Clock clock) {
        this.sites = sites;
        this.organisations = organisations;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    /** The earliest opened first. For members. */
    public Mono<List<Site>> find(AccountId person, OrganisationId organisation) {
        return organisations
                .requireRole(person, organisation, MemberRole.values())
                .then(sites.findOf(organisation).collectList());
    }

    /**
     * The first one that a member opens is home. Raises field faults, what {@link Organisations#requireRole} raises,
     * {@link CustodyProblem#SITE_NAME_TAKEN} and {@link CustodyProblem#TOO_MANY_SITES}.
     */
    @Transactional
    public Mono<Site> open(
            AccountId person, OrganisationId organisation, String name, String areaCode, String address) {
        return organisations
                .requireRole(person, organisation, MemberRole.OWNER, MemberRole.TRADER)
                .doOnNext(member -> check(areaCode))
                .then(sites.lock(organisation))
                .then(sites.findOf(organisation).collectList())
                .filter(open -> open.size() < SITES_MAX)
                .switchIfEmpty(Mono.error(() -> CustodyProblem.TOO_MANY_SITES.raise(SITES_MAX)))
                .map(open -> new Site(
                        ids.next(),
                        organisation,
                        name,
                        areaCode,
                        address,
                        open.stream().allMatch(Site::isProvisional),
                        false,
                        clock.instant()))
                .delayUntil(site -> site.isHome() ? sites.leaveHome(organisation) : Mono.empty())
                .flatMap(sites::add)
                .switchIfEmpty(Mono.error(CustodyProblem.SITE_NAME_TAKEN::raise));
    }

    /** A site of the organisation; raises {@link CustodyProblem#SITE_UNKNOWN}. */
    Mono<Site> own(OrganisationId organisation, UUID id) {
        return sites.find(id)
                .filter(site -> site.organisation().equals(organisation))
                .switchIfEmpty(Mono.error(CustodyProblem.SITE_UNKNOWN::raise));
    }

    /** Where deliveries lie; where it is registered for one that has no site yet. */
    Mono<Site> home(OrganisationId organisation) {
        return findHome(organisation).switchIfEmpty(Mono.defer(() -> openHome(organisation)));
    }

    private Mono<Site> findHome(OrganisationId organisation) {
        return sites.findOf(organisation).filter(Site::isHome).next();
    }

    /** Unless somebody opened one meanwhile. */
    private Mono<Site> openHome(OrganisationId organisation) {
        return sites.lock(organisation)
                .then(findHome(organisation))
                .switchIfEmpty(Mono.defer(() ->
                        organisations.find(organisation).map(this::registered).flatMap(sites::add)));
    }

    private Site registered(OrganisationView organisation) {
        return new Site(
                ids.next(),
                organisation.id(),
                REGISTERED_PLACE,
                organisation.areaCode(),
                organisation.place(),
                true,
                true,
                clock.instant());
    }

    private void check(String areaCode) {
        if (!areaCode.equals(TradeArea.OUTSIDE) && catalog.district(areaCode).isEmpty()) {
            throw FieldFault.refuse(List.of(new FieldFault("areaCode", "custody.field.area")));
        }
    }
}
