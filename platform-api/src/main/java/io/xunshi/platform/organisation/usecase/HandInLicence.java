package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.media.DocumentId;
import io.xunshi.platform.media.DocumentView;
import io.xunshi.platform.media.Documents;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationProblem;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.organisation.TradeArea;
import io.xunshi.platform.organisation.domain.Licence;
import io.xunshi.platform.organisation.domain.LicenceState;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.domain.Paper.Said;
import io.xunshi.platform.organisation.storage.TradeLicenceRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Hands a licence in for an officer to check, and takes it back. A renewal is one more, beside the old one. */
@Component
public class HandInLicence {
    private static final Set<String> WIDE_AREAS = Set.of(TradeArea.CITY, TradeArea.OUTSIDE, TradeArea.EVERYWHERE);

    private final TradeLicenceRepository licences;
    private final ActFor actFor;
    private final Documents documents;
    private final Catalog catalog;
    private final Materials materials;
    private final OrganisationSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    HandInLicence(
            TradeLicenceRepository licences,
            ActFor actFor,
            Documents documents,
            Catalog catalog,
            Materials materials,
            OrganisationSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.licences = licences;
        this.actFor = actFor;
        this.documents = documents;
        this.catalog = catalog;
        this.materials = materials;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises what {@link ActFor#asOwner} does, field faults, and {@link OrganisationProblem#TOO_MANY_LICENCES}. */
    @Transactional
    public Mono<Paper> handIn(AccountId owner, OrganisationId id, Said said, DocumentId document) {
        return actFor.asOwner(owner, id)
                .delayUntil(organisation -> checkRoom(id))
                .delayUntil(organisation -> check(organisation, said))
                .then(documents.findOwn(document, owner))
                .switchIfEmpty(Mono.error(
                        () -> FieldFault.refuse(List.of(new FieldFault("documentId", "organisation.field.document")))))
                .map(file -> paper(owner, id, said, file))
                .delayUntil(licences::add)
                .delayUntil(paper -> documents.keep(document, owner));
    }

    /** Raises what {@link ActFor#asOwner} does, and {@link OrganisationProblem#LICENCE_DECIDED}. */
    @Transactional
    public Mono<Void> takeBack(AccountId owner, OrganisationId id, UUID licence) {
        return actFor.asOwner(owner, id)
                .then(licences.withdraw(id, licence))
                .filter(withdrawn -> withdrawn)
                .switchIfEmpty(Mono.error(OrganisationProblem.LICENCE_DECIDED::raise))
                .then();
    }

    private Mono<Long> checkRoom(OrganisationId id) {
        return licences.countInReview(id)
                .filter(waiting -> waiting < settings.licencesInReviewMax())
                .switchIfEmpty(
                        Mono.error(() -> OrganisationProblem.TOO_MANY_LICENCES.raise(settings.licencesInReviewMax())));
    }

    private Mono<Void> check(OrganisationView organisation, Said said) {
        return materials
                .tree(today())
                .map(tree -> faultsOf(
                        organisation, said, tree.stream().map(Material::code).collect(Collectors.toSet())))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.error(FieldFault.refuse(faults)));
    }

    private List<FieldFault> faultsOf(OrganisationView organisation, Said said, Set<String> codes) {
        var faults =
                new ArrayList<>(said.kind().isScoped() ? scopeFaults(said, codes) : businessFaults(organisation, said));
        var to = said.validTo();
        if (to != null && to.isBefore(said.validFrom())) {
            faults.add(new FieldFault("validTo", "organisation.field.term"));
        } else if (to != null && to.isBefore(today())) {
            faults.add(new FieldFault("validTo", "organisation.field.ended"));
        }
        return List.copyOf(faults);
    }

    private List<FieldFault> scopeFaults(Said said, Set<String> codes) {
        var faults = new ArrayList<FieldFault>();
        if (said.materials().isEmpty() || !codes.containsAll(said.materials())) {
            faults.add(new FieldFault("materials", "organisation.field.materials"));
        }
        if (said.areas().isEmpty() || !said.areas().stream().allMatch(this::isArea)) {
            faults.add(new FieldFault("areas", "organisation.field.areas"));
        }
        return faults;
    }

    /** Since 2015 the number of a business licence is the organisation's code (三证合一). */
    private static List<FieldFault> businessFaults(OrganisationView organisation, Said said) {
        var faults = new ArrayList<FieldFault>();
        if (!said.number().equals(organisation.unifiedSocialCreditCode())) {
            faults.add(new FieldFault("number", "organisation.field.number-is-code"));
        }
        if (!said.materials().isEmpty() || !said.areas().isEmpty()) {
            faults.add(new FieldFault("materials", "organisation.field.no-scope"));
        }
        return faults;
    }

    private boolean isArea(String area) {
        return WIDE_AREAS.contains(area) || catalog.district(area).isPresent();
    }

    private Paper paper(AccountId owner, OrganisationId id, Said said, DocumentView file) {
        var licence = new Licence(
                ids.next(),
                said.kind(),
                said.number(),
                said.materials().stream().distinct().toList(),
                said.areas().stream().distinct().toList(),
                said.validFrom(),
                said.validTo(),
                LicenceState.IN_REVIEW,
                null);
        return new Paper(licence, id, said.office(), file.id().value(), file.sha256(), owner, clock.instant(), null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }
}
