package io.xunshi.platform.organisation.web;

import io.xunshi.platform.organisation.LicenceKind;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.usecase.FindOrganisations.Whole;
import io.xunshi.platform.purpose.Masked;
import java.time.LocalDate;
import java.util.List;

/**
 * An organisation as its members and officers read it.
 *
 * @param roles of who reads, empty for an officer
 * @param due filings that are missing, by the day
 */
record WholeOrganisationResponse(
        OrganisationResponse organisation,
        String contactName,
        String contactPhone,
        List<MemberRole> roles,
        List<TradeLicenceResponse> licences,
        List<DueFiling> due) {

    static WholeOrganisationResponse of(Whole whole) {
        return of(
                whole, whole.organisation().contactName(), whole.organisation().contactPhone());
    }

    /** With whom to call masked. */
    static WholeOrganisationResponse masked(Whole whole) {
        var organisation = whole.organisation();
        return of(whole, Masked.name(organisation.contactName()), Masked.phone(organisation.contactPhone()));
    }

    private static WholeOrganisationResponse of(Whole whole, String contactName, String contactPhone) {
        return new WholeOrganisationResponse(
                OrganisationResponse.of(whole.organisation().view()),
                contactName,
                contactPhone,
                whole.roles().stream().sorted().toList(),
                whole.papers().stream().map(TradeLicenceResponse::of).toList(),
                whole.due().entrySet().stream()
                        .map(due -> new DueFiling(due.getKey(), due.getValue()))
                        .toList());
    }

    /** @param by the last day, which may be past */
    record DueFiling(LicenceKind kind, LocalDate by) {}
}
