package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.Requirement;
import io.xunshi.platform.exchange.Requirement.Between;
import io.xunshi.platform.exchange.Requirement.OneOf;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.domain.DemandState;
import io.xunshi.platform.exchange.domain.DemandTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into demands and back; the one place that knows both. */
final class DemandRows {
    static final String COLUMNS = """
            demand.id, demand.code, demand.buyer, demand.posted_by, demand.state, demand.material, demand.measure,
            demand.title, demand.quantity, demand.area, demand.price_fen, demand.tax, demand.terms::text as terms,
            demand.version, demand.posted_at""";

    private DemandRows() {}

    static Demand demand(Readable row) {
        return new Demand(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                new OrganisationId(required(row, "buyer", UUID.class)),
                new AccountId(required(row, "posted_by", UUID.class)),
                DemandState.valueOf(required(row, "state", String.class)),
                terms(row),
                Measure.valueOf(required(row, "measure", String.class)),
                required(row, "version", Long.class),
                required(row, "posted_at", Instant.class));
    }

    private static DemandTerms terms(Readable row) {
        var rest = JsonMapper.shared().readValue(required(row, "terms", String.class), Rest.class);
        var price = row.get("price_fen", Long.class);
        return new DemandTerms(
                required(row, "material", String.class),
                required(row, "title", String.class),
                rest.description(),
                required(row, "quantity", Long.class),
                rest.leastQuantity(),
                rest.requirements(),
                new Place(required(row, "area", String.class), rest.address()),
                rest.delivery(),
                rest.payment(),
                TaxBasis.valueOf(required(row, "tax", String.class)),
                price == null ? null : Money.fen(price),
                rest.window(),
                rest.lastDay());
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Demand demand) {
        var terms = demand.terms();
        var price = terms.price();
        return statement
                .bind("material", terms.materialCode())
                .bind("measure", demand.measure().name())
                .bind("title", terms.title())
                .bind("quantity", terms.quantity())
                .bind("area", terms.place().areaCode())
                .bind("price", Parameters.in(R2dbcType.BIGINT, price == null ? null : price.amount()))
                .bind("tax", terms.tax().name())
                .bind("terms", JsonMapper.shared().writeValueAsString(Rest.of(terms)))
                .bind("endsAt", demand.endsAt());
    }

    /** What of a demand's terms has no column: nobody looks for it. */
    private record Rest(
            String description,
            long leastQuantity,
            Map<String, Asked> quality,
            String address,
            Delivery delivery,
            PaymentTerms payment,
            Days window,
            LocalDate lastDay) {

        static Rest of(DemandTerms terms) {
            return new Rest(
                    terms.description(),
                    terms.leastQuantity(),
                    terms.quality().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, asked -> Asked.of(asked.getValue()))),
                    terms.place().address(),
                    terms.delivery(),
                    terms.payment(),
                    terms.window(),
                    terms.lastDay());
        }

        Map<String, Requirement> requirements() {
            return quality.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, asked -> asked.getValue().requirement()));
        }
    }

    /** A requirement of either kind; answers are there for one of them only. */
    private record Asked(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable List<String> answers) {

        static Asked of(Requirement requirement) {
            return switch (requirement) {
                case Between between -> new Asked(between.min(), between.max(), null);
                case OneOf oneOf -> new Asked(null, null, oneOf.answers());
            };
        }

        Requirement requirement() {
            return answers == null ? new Between(min, max) : new OneOf(answers);
        }
    }
}
