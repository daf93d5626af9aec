package io.xunshi.platform.appraisal.usecase;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.appraisal.domain.Licence;
import io.xunshi.platform.appraisal.storage.LicenceRepository;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps which of the points' people are licensed appraisers, and for what. */
@Component
public class KeepLicences {
    private final LicenceRepository licences;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Clock clock;

    KeepLicences(LicenceRepository licences, Accounts accounts, Catalog catalog, Clock clock) {
        this.licences = licences;
        this.accounts = accounts;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** In place of the one before. Raises field faults, and {@link AppraisalProblem#NOT_FOUND} for no operator. */
    @Transactional
    public Mono<Licence> enter(AccountId officer, Licence licence) {
        var faults = faultsOf(licence);
        return faults.isEmpty()
                ? accounts.find(licence.account())
                        .filter(account -> account.roles().contains(Role.POINT_OPERATOR))
                        .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise))
                        .then(licences.add(licence, officer, clock.instant()))
                        .thenReturn(licence)
                : Mono.error(FieldFault.refuse(faults));
    }

    /** Raises {@link AppraisalProblem#NO_LICENCE}. */
    public Mono<Licence> find(AccountId account) {
        return licences.find(account).switchIfEmpty(Mono.error(AppraisalProblem.NO_LICENCE::raise));
    }

    /** Raises what stands against it: no licence, one that is not valid, or one for other goods. */
    Mono<Licence> licensed(AccountId account, Category category, LocalDate day) {
        return find(account)
                .flatMap(licence -> licence.against(category, day)
                        .map(problem -> Mono.<Licence>error(problem.raise()))
                        .orElseGet(() -> Mono.just(licence)));
    }

    private List<FieldFault> faultsOf(Licence licence) {
        var faults = new ArrayList<FieldFault>();
        if (licence.categories().isEmpty()
                || !licence.categories().stream()
                        .allMatch(code -> catalog.category(code).isPresent())) {
            faults.add(new FieldFault("categories", "appraisal.field.categories"));
        }
        if (licence.validUntil().isBefore(licence.validFrom())) {
            faults.add(new FieldFault("validUntil", "appraisal.field.term"));
        }
        return List.copyOf(faults);
    }
}
