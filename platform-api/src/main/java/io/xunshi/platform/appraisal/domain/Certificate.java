package io.xunshi.platform.appraisal.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an appraiser has certified of a thing, and of what its listing said at that moment.
 *
 * @param pointName where, as the point was called then
 * @param licenceNumber of the appraiser, who is not named otherwise
 * @param numberTail end of the number that was compared on the thing; null for things without one
 * @param seal number of the tamper-evident seal (封签) that was put on it
 * @param lowFen what it is worth at least
 * @param contentHash of what the listing said
 * @param validUntil the last day
 * @param sha256 of the certificate's canonical form, hexadecimal
 */
public record Certificate(
        AccountId appraiser,
        String licenceNumber,
        String pointCode,
        String pointName,
        String categoryCode,
        Finding finding,
        @Nullable String numberTail,
        String contentHash,
        Instant at,
        LocalDate validUntil,
        String sha256) {

    /** With the hash that belongs to it. */
    public Certificate hashed(String code, String listingCode) {
        return new Certificate(
                appraiser,
                licenceNumber,
                pointCode,
                pointName,
                categoryCode,
                finding,
                numberTail,
                contentHash,
                at,
                validUntil,
                hashOf(code, listingCode));
    }

    /** JSON with sorted members and no blanks, so that anybody who has the certificate can compute it. */
    private String hashOf(String code, String listingCode) {
        var members = new TreeMap<String, Object>();
        members.put("answers", new TreeMap<>(finding.answers()));
        members.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        members.put("category", categoryCode);
        members.put("code", code);
        members.put("condition", finding.conditionCode());
        members.put("content", contentHash);
        members.put("highFen", finding.highFen());
        members.put("licence", licenceNumber);
        members.put("listing", listingCode);
        members.put("lowFen", finding.lowFen());
        members.put("number", numberTail == null ? "" : numberTail);
        members.put("photos", finding.photos().stream().map(UUID::toString).toList());
        members.put("point", pointCode);
        members.put("remark", finding.remark());
        members.put("seal", finding.seal());
        members.put("validUntil", validUntil.toString());
        return Sha256.of(JsonMapper.shared().writeValueAsString(members));
    }

    /**
     * What the appraiser saw.
     *
     * @param checklist in whose words the answers are; null where the category has none
     * @param answers the chosen answer by question
     */
    public record Finding(
            String conditionCode,
            @Nullable String checklist,
            @Nullable Integer edition,
            Map<String, String> answers,
            String seal,
            List<UUID> photos,
            long lowFen,
            long highFen,
            String remark) {
        public Finding {
            answers = Map.copyOf(answers);
            photos = List.copyOf(photos);
        }
    }
}
