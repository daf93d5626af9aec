package io.xunshi.platform.tender.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.RequirementField;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.tender.TenderId;
import io.xunshi.platform.tender.TenderState;
import io.xunshi.platform.tender.domain.Tender;
import io.xunshi.platform.tender.domain.Tender.Opened;
import io.xunshi.platform.tender.domain.Tender.Published;
import io.xunshi.platform.tender.domain.TenderLine;
import io.xunshi.platform.tender.domain.TenderTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into tenders and back; the one place that knows both. */
final class TenderRows {
    static final String COLUMNS = """
            tender.id, tender.code, tender.buyer, tender.drafted_by, tender.state, tender.title, tender.area, tender.demand,
            tender.invited, tender.terms::text as terms, tender.closes_at, tender.award_by, tender.drafted_at,
            tender.published_at, tender.content_hash, tender.quotes_hash, tender.quotes, tender.ended_at, tender.end_reason,
            tender.version""";

    private TenderRows() {}

    static Tender tender(Readable row) {
        var draftedBy = row.get("drafted_by", UUID.class);
        return new Tender(
                new TenderId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                new OrganisationId(required(row, "buyer", UUID.class)),
                draftedBy == null ? null : new AccountId(draftedBy),
                TenderState.valueOf(required(row, "state", String.class)),
                terms(row),
                required(row, "drafted_at", Instant.class),
                published(row.get("published_at", Instant.class), row.get("content_hash", String.class)),
                opened(row.get("quotes_hash", String.class), row.get("quotes", Integer.class)),
                row.get("ended_at", Instant.class),
                row.get("end_reason", String.class),
                required(row, "version", Long.class));
    }

    private static @Nullable Published published(@Nullable Instant at, @Nullable String contentHash) {
        return at == null || contentHash == null ? null : new Published(at, contentHash);
    }

    private static @Nullable Opened opened(@Nullable String quotesHash, @Nullable Integer quotes) {
        return quotesHash == null || quotes == null ? null : new Opened(quotesHash, quotes);
    }

    private static TenderTerms terms(Readable row) {
        var rest = JsonMapper.shared().readValue(required(row, "terms", String.class), Rest.class);
        return new TenderTerms(
                required(row, "title", String.class),
                rest.description(),
                required(row, "area", String.class),
                rest.address(),
                rest.delivery(),
                rest.payment(),
                rest.tax(),
                Stream.of(required(row, "invited", UUID[].class))
                        .map(OrganisationId::new)
                        .collect(Collectors.toSet()),
                row.get("demand", UUID.class),
                rest.lines().stream().map(Line::line).toList(),
                required(row, "closes_at", Instant.class),
                required(row, "award_by", Instant.class));
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, TenderTerms terms) {
        return statement
                .bind("title", terms.title())
                .bind("area", terms.areaCode())
                .bind(
                        "materials",
                        terms.lines().stream()
                                .map(TenderLine::materialCode)
                                .distinct()
                                .toArray(String[]::new))
                .bind("demand", nullable(terms.demand()))
                .bind(
                        "invited",
                        terms.invited().stream().map(OrganisationId::value).toArray(UUID[]::new))
                .bind("terms", JsonMapper.shared().writeValueAsString(Rest.of(terms)))
                .bind("closesAt", terms.closesAt())
                .bind("awardBy", terms.awardBy());
    }

    static Parameter nullable(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }

    /** What of a tender's terms has no column: nobody looks for it. */
    private record Rest(
            String description,
            String address,
            Delivery delivery,
            PaymentTerms payment,
            TaxBasis tax,
            List<Line> lines) {

        static Rest of(TenderTerms terms) {
            return new Rest(
                    terms.description(),
                    terms.address(),
                    terms.delivery(),
                    terms.payment(),
                    terms.tax(),
                    terms.lines().stream().map(Line::of).toList());
        }
    }

    private record Line(
            int number,
            String materialCode,
            Measure measure,
            long quantity,
            long leastPart,
            Map<String, RequirementField> quality) {

        static Line of(TenderLine line) {
            return new Line(
                    line.number(),
                    line.materialCode(),
                    line.measure(),
                    line.quantity(),
                    line.leastPart(),
                    line.quality().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, asked -> RequirementField.of(asked.getValue()))));
        }

        TenderLine line() {
            return new TenderLine(
                    number,
                    materialCode,
                    measure,
                    quantity,
                    leastPart,
                    quality.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, asked -> asked.getValue().requirement())));
        }
    }
}
