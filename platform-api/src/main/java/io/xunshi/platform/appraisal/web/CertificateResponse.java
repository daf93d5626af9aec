package io.xunshi.platform.appraisal.web;

import io.xunshi.platform.appraisal.usecase.FindAppraisals.Certified;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as everybody reads it.
 *
 * @param licenceNumber of the appraiser, who is not named otherwise
 * @param numberTail end of the number that was compared on the thing; null for things without one
 * @param checklist in whose words the answers are; null where the category has none
 * @param seal number of the seal on the thing
 * @param low what it is worth at least
 * @param ofThisVersion whether the listing still says what was certified
 * @param valid today
 * @param contentSha256 of what the listing said
 */
record CertificateResponse(
        String code,
        UUID listingId,
        String listingCode,
        String title,
        String categoryCode,
        String pointName,
        String pointCode,
        String licenceNumber,
        Instant at,
        LocalDate validUntil,
        String conditionCode,
        @Nullable String checklist,
        @Nullable Integer edition,
        Map<String, String> answers,
        @Nullable String numberTail,
        String seal,
        Money low,
        Money high,
        String remark,
        List<PhotoResponse> photos,
        boolean ofThisVersion,
        boolean valid,
        String contentSha256,
        String sha256) {

    static CertificateResponse of(Certified found) {
        var certificate = found.certificate();
        var finding = certificate.finding();
        return new CertificateResponse(
                found.appraisal().code(),
                found.appraisal().listingId(),
                found.listing().code(),
                found.listing().title(),
                certificate.categoryCode(),
                certificate.pointName(),
                certificate.pointCode(),
                certificate.licenceNumber(),
                certificate.at(),
                certificate.validUntil(),
                finding.conditionCode(),
                finding.checklist(),
                finding.edition(),
                finding.answers(),
                certificate.numberTail(),
                finding.seal(),
                Money.fen(finding.lowFen()),
                Money.fen(finding.highFen()),
                finding.remark(),
                found.pictures().stream().map(PhotoResponse::of).toList(),
                found.ofThisVersion(),
                found.isValid(),
                certificate.contentHash(),
                certificate.sha256());
    }
}
