package io.xunshi.platform.tender.web;

import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.domain.QuoteSheet;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.usecase.CompareQuotes.Quoted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote as its supplier reads it, and after the close the buyer.
 *
 * @param line the number of the line
 * @param revision counts from 1
 * @param result null until the tender is awarded
 */
record QuoteResponse(
        UUID id,
        int line,
        LotSaid lot,
        long quantity,
        Money price,
        LocalDate validTo,
        int revision,
        Instant at,
        @Nullable Result result) {

    static QuoteResponse of(Quote quote) {
        var sheet = quote.sheet();
        return new QuoteResponse(
                quote.id(),
                quote.line(),
                LotSaid.of(sheet),
                sheet.quantity(),
                sheet.price(),
                sheet.validTo(),
                quote.revision(),
                quote.at(),
                Result.of(quote.result()));
    }

    /** The lot as it was said when it was quoted. */
    record LotSaid(
            UUID id,
            String code,
            String title,
            String materialCode,
            Map<String, String> quality,
            String areaCode,
            String address,
            Delivery delivery,
            PaymentTerms payment,
            TaxBasis tax,
            long leastQuantity) {
        static LotSaid of(QuoteSheet sheet) {
            return new LotSaid(
                    sheet.lot().value(),
                    sheet.lotCode(),
                    sheet.lotTitle(),
                    sheet.materialCode(),
                    sheet.quality(),
                    sheet.areaCode(),
                    sheet.address(),
                    sheet.delivery(),
                    sheet.payment(),
                    sheet.tax(),
                    sheet.leastPart());
        }
    }

    /**
     * @param rank 1 for the best price without tax
     * @param of how many quotes the line had
     * @param quantity what was awarded; null where nothing was
     * @param dealId the deal that it became
     */
    record Result(
            int rank,
            int of,
            @Nullable Long quantity,
            @Nullable UUID dealId) {
        static @Nullable Result of(Quote.@Nullable Result result) {
            if (result == null) {
                return null;
            }
            var award = result.award();
            return award == null
                    ? new Result(result.rank(), result.of(), null, null)
                    : new Result(
                            result.rank(),
                            result.of(),
                            award.quantity(),
                            award.deal().value());
        }
    }

    /** With the tender that it is for. */
    record WithTender(TenderBrief tender, QuoteResponse quote) {
        static WithTender of(Quoted quoted) {
            return new WithTender(TenderBrief.of(quoted.tender()), QuoteResponse.of(quoted.quote()));
        }
    }

    record TenderBrief(UUID id, String code, String title, TenderState state, Instant closesAt) {
        static TenderBrief of(Tender tender) {
            return new TenderBrief(
                    tender.id().value(),
                    tender.code(),
                    tender.terms().title(),
                    tender.state(),
                    tender.terms().closesAt());
        }
    }
}
