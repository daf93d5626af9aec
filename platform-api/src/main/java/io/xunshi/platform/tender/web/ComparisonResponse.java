package io.xunshi.platform.tender.web;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.OrganisationKind;
import io.xunshi.platform.organisation.OrganisationView;
import io.xunshi.platform.tender.domain.Comparison;
import io.xunshi.platform.tender.domain.Comparison.Deviation;
import io.xunshi.platform.tender.domain.Comparison.Part;
import io.xunshi.platform.tender.domain.Comparison.Ranked;
import io.xunshi.platform.tender.domain.Quote;
import io.xunshi.platform.tender.usecase.CompareQuotes.Compared;
import io.xunshi.platform.tender.web.TenderResponse.LineResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All quotes side by side, for the buyer after the close.
 *
 * @param quotesText whose SHA-256 stands in the log since the close
 */
record ComparisonResponse(List<ComparedLine> lines, String quotesText) {

    static ComparisonResponse of(Compared compared) {
        return new ComparisonResponse(
                compared.lines().stream()
                        .map(line -> ComparedLine.of(line, compared.suppliers()))
                        .toList(),
                compared.text());
    }

    /**
     * @param quotes the best first: by the price without tax, then by fewer deviations, then by who quoted earlier
     * @param cheapest fills the line from the cheapest quote on
     * @param cheapestFitting the same of those that deviate in nothing
     */
    record ComparedLine(
            LineResponse line, List<ComparedQuote> quotes, List<SplitPart> cheapest, List<SplitPart> cheapestFitting) {
        static ComparedLine of(Comparison comparison, Map<OrganisationId, OrganisationView> suppliers) {
            return new ComparedLine(
                    LineResponse.of(comparison.line()),
                    comparison.quotes().stream()
                            .flatMap(ranked -> Stream.ofNullable(
                                            suppliers.get(ranked.quote().supplier()))
                                    .map(supplier -> ComparedQuote.of(comparison, ranked, supplier)))
                            .toList(),
                    comparison.cheapest().stream().map(SplitPart::of).toList(),
                    comparison.cheapestFitting().stream().map(SplitPart::of).toList());
        }
    }

    /**
     * @param comparedPrice for a tonne or a piece, without tax
     * @param leastQuantity the least that can be taken of it
     * @param valid whether the supplier stands by it still
     * @param reason why it was taken though a cheaper one was passed over
     */
    record ComparedQuote(
            int rank,
            QuoteSupplier supplier,
            QuoteResponse quote,
            Money comparedPrice,
            long leastQuantity,
            List<DeviationResponse> deviations,
            boolean valid,
            @Nullable String reason) {
        static ComparedQuote of(Comparison comparison, Ranked ranked, OrganisationView supplier) {
            return new ComparedQuote(
                    ranked.rank(),
                    new QuoteSupplier(supplier.id().value(), supplier.name(), supplier.place(), supplier.kind()),
                    QuoteResponse.of(ranked.quote()),
                    ranked.comparedPrice(),
                    ranked.leastOf(comparison.line()),
                    ranked.deviations().stream().map(DeviationResponse::of).toList(),
                    ranked.isValid(),
                    reasonOf(ranked.quote()));
        }

        private static @Nullable String reasonOf(Quote quote) {
            var result = quote.result();
            var award = result == null ? null : result.award();
            return award == null ? null : award.reason();
        }
    }

    record QuoteSupplier(UUID id, String name, String place, OrganisationKind kind) {}

    /** @param attribute of the quality; empty for the other kinds */
    record DeviationResponse(Deviation.Kind kind, String attribute) {
        static DeviationResponse of(Deviation deviation) {
            return new DeviationResponse(deviation.kind(), deviation.attribute());
        }
    }

    /** @param quantity grams or pieces */
    record SplitPart(UUID quoteId, long quantity) {
        static SplitPart of(Part part) {
            return new SplitPart(part.quote(), part.quantity());
        }
    }
}
