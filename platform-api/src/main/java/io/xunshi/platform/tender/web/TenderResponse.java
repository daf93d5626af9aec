package io.xunshi.platform.tender.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.RequirementField;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.BuyerRecord;
import io.xunshi.platform.tender.domain.Question;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.TenderLine;
import io.xunshi.platform.tender.domain.TenderTerms;
import io.xunshi.platform.tender.domain.TenderText;
import io.xunshi.platform.tender.usecase.FindTenders.Shown;
import io.xunshi.platform.tender.web.TenderSummary.Buyer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tender as everybody whom it is for reads it.
 *
 * @param forEverybody otherwise only those who were invited see it
 * @param invited whom; only its buyer reads them, null to others
 * @param demandId the demand that it began as
 * @param buyerRecord what the buyer did with earlier tenders
 * @param questions oldest first; nobody reads who asked
 * @param questionsUntil when the last may be asked
 * @param publication null before
 * @param opening null before the close
 * @param endReason what its buyer said who called it off
 */
record TenderResponse(
        UUID id,
        String code,
        TenderState state,
        Buyer buyer,
        String title,
        String description,
        String areaCode,
        String address,
        Delivery delivery,
        PaymentTerms payment,
        TaxBasis tax,
        boolean forEverybody,
        @Nullable List<InvitedSupplier> invited,
        @Nullable UUID demandId,
        List<LineResponse> lines,
        Instant closesAt,
        Instant awardBy,
        BuyerRecord buyerRecord,
        List<QuestionResponse> questions,
        Instant questionsUntil,
        @Nullable Publication publication,
        @Nullable Opening opening,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        long version) {

    static TenderResponse of(Shown shown) {
        return of(shown, shown.tender(), shown.tender().terms());
    }

    private static TenderResponse of(Shown shown, Tender tender, TenderTerms terms) {
        return new TenderResponse(
                tender.id().value(),
                tender.code(),
                tender.state(),
                Buyer.of(shown.buyer()),
                terms.title(),
                terms.description(),
                terms.areaCode(),
                terms.address(),
                terms.delivery(),
                terms.payment(),
                terms.tax(),
                terms.isForEverybody(),
                invited(shown.invited()),
                terms.demand(),
                terms.lines().stream().map(LineResponse::of).toList(),
                terms.closesAt(),
                terms.awardBy(),
                shown.record(),
                shown.questions().stream().map(QuestionResponse::of).toList(),
                shown.questionsUntil(),
                Publication.of(tender),
                Opening.of(tender),
                tender.endedAt(),
                tender.endReason(),
                tender.version());
    }

    private static @Nullable List<InvitedSupplier> invited(@Nullable List<OrganisationView> invited) {
        return invited == null
                ? null
                : invited.stream()
                        .map(supplier -> new InvitedSupplier(supplier.name(), supplier.unifiedSocialCreditCode()))
                        .toList();
    }

    record InvitedSupplier(String name, String unifiedSocialCreditCode) {}

    /**
     * @param number counts from 1
     * @param quantity grams or pieces
     * @param leastQuantity the smallest part that one supplier may take of it
     */
    record LineResponse(
            int number,
            String materialCode,
            Measure measure,
            long quantity,
            long leastQuantity,
            Map<String, RequirementField> quality) {
        static LineResponse of(TenderLine line) {
            return new LineResponse(
                    line.number(),
                    line.materialCode(),
                    line.measure(),
                    line.quantity(),
                    line.leastPart(),
                    line.quality().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, asked -> RequirementField.of(asked.getValue()))));
        }
    }

    /** @param answer null until there is one */
    record QuestionResponse(
            UUID id,
            String question,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static QuestionResponse of(Question question) {
            var answer = question.answer();
            return new QuestionResponse(
                    question.id(),
                    question.question(),
                    question.askedAt(),
                    answer == null ? null : answer.text(),
                    answer == null ? null : answer.at());
        }
    }

    /**
     * @param text what was published, as it is hashed
     * @param hash its SHA-256 in UTF-8, hexadecimal; it stands in the log
     */
    record Publication(Instant at, String text, String hash) {
        static @Nullable Publication of(Tender tender) {
            var published = tender.published();
            return published == null
                    ? null
                    : new Publication(published.at(), TenderText.of(tender), published.contentHash());
        }
    }

    /**
     * @param quotes how many there were
     * @param hash SHA-256 of all of them; it stands in the log
     */
    record Opening(int quotes, String hash) {
        static @Nullable Opening of(Tender tender) {
            var opened = tender.opened();
            return opened == null ? null : new Opening(opened.quotes(), opened.quotesHash());
        }
    }
}
