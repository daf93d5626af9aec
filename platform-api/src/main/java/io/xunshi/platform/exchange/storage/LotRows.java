package io.xunshi.platform.exchange.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.xunshi.platform.exchange.Delivery;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotState;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.PaymentTerms;
import io.xunshi.platform.exchange.TaxBasis;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.LotTerms;
import io.xunshi.platform.exchange.domain.LotTerms.Days;
import io.xunshi.platform.exchange.domain.LotTerms.Place;
import io.xunshi.platform.exchange.domain.Packing;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.PriceFormulaJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into lots and back; the one place that knows both. */
final class LotRows {
    static final String COLUMNS = """
            lot.id, lot.code, lot.seller, lot.offered_by, lot.state, lot.material, lot.material_edition, lot.measure,
            lot.title, lot.quantity, lot.remaining, lot.area, lot.price_fen, lot.tax, lot.terms::text as terms, lot.photos, lot.holder,
            lot.version, lot.terms_version, lot.offered_at""";

    private LotRows() {}

    static Lot lot(Readable row) {
        return new Lot(
                new LotId(required(row, "id", UUID.class)),
                required(row, "code", String.class),
                new OrganisationId(required(row, "seller", UUID.class)),
                new AccountId(required(row, "offered_by", UUID.class)),
                LotState.valueOf(required(row, "state", String.class)),
                terms(row),
                required(row, "material_edition", Integer.class),
                Measure.valueOf(required(row, "measure", String.class)),
                required(row, "remaining", Long.class),
                row.get("holder", UUID.class),
                required(row, "version", Long.class),
                required(row, "terms_version", Long.class),
                required(row, "offered_at", Instant.class));
    }

    private static LotTerms terms(Readable row) {
        var rest = JsonMapper.shared().readValue(required(row, "terms", String.class), Rest.class);
        var price = row.get("price_fen", Long.class);
        return new LotTerms(
                required(row, "material", String.class),
                required(row, "title", String.class),
                rest.description(),
                required(row, "quantity", Long.class),
                rest.toleranceBasisPoints(),
                rest.quality(),
                rest.packing(),
                new Place(required(row, "area", String.class), rest.address()),
                rest.delivery(),
                rest.payment(),
                TaxBasis.valueOf(required(row, "tax", String.class)),
                price == null ? null : Money.fen(price),
                rest.priceFormula(),
                rest.leastQuantity(),
                rest.inspection(),
                Stream.of(required(row, "photos", UUID[].class))
                        .map(PhotoId::new)
                        .toList(),
                rest.lastDay());
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Lot lot) {
        var terms = lot.terms();
        var price = terms.price();
        return statement
                .bind("material", terms.materialCode())
                .bind("edition", lot.materialEdition())
                .bind("measure", lot.measure().name())
                .bind("title", terms.title())
                .bind("quantity", terms.quantity())
                .bind("area", terms.place().areaCode())
                .bind("price", Parameters.in(R2dbcType.BIGINT, price == null ? null : price.amount()))
                .bind("tax", terms.tax().name())
                .bind("terms", JsonMapper.shared().writeValueAsString(Rest.of(terms)))
                .bind("photos", terms.photos().stream().map(PhotoId::value).toArray(UUID[]::new))
                .bind("endsAt", lot.endsAt());
    }

    /** What of a lot's terms has no column: nobody looks for it. */
    private record Rest(
            String description,
            int toleranceBasisPoints,
            Map<String, String> quality,
            Packing packing,
            String address,
            Delivery delivery,
            PaymentTerms payment,
            @Nullable String formula,
            long leastQuantity,
            @Nullable Days inspection,
            LocalDate lastDay) {

        /** What was offered before lots had formulas is plain. */
        PriceFormula priceFormula() {
            return formula == null ? LotTerms.PLAIN : PriceFormulaJson.readWritten(formula);
        }

        static Rest of(LotTerms terms) {
            return new Rest(
                    terms.description(),
                    terms.toleranceBasisPoints(),
                    terms.quality(),
                    terms.packing(),
                    terms.place().address(),
                    terms.delivery(),
                    terms.payment(),
                    PriceFormulaJson.write(terms.formula()),
                    terms.leastQuantity(),
                    terms.inspection(),
                    terms.lastDay());
        }
    }
}
