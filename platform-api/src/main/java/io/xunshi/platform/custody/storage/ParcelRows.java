package io.xunshi.platform.custody.storage;

import static io.xunshi.platform.kernel.Columns.required;

import io.r2dbc.spi.Readable;
import io.xunshi.platform.custody.domain.CustodyModel;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** How a parcel stands in its row. */
final class ParcelRows {
    static final String COLUMNS = """
            parcel.id, parcel.code, parcel.made_by, parcel.organisation, parcel.site, parcel.material, parcel.grams,
            parcel.left_grams, parcel.documented_grams, parcel.model, parcel.lot, parcel.made_at
            """;

    private ParcelRows() {}

    static Parcel parcel(Readable row) {
        var lot = row.get("lot", UUID.class);
        return new Parcel(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "made_by", UUID.class),
                new OrganisationId(required(row, "organisation", UUID.class)),
                required(row, "site", UUID.class),
                required(row, "material", String.class),
                required(row, "grams", Long.class),
                required(row, "left_grams", Long.class),
                required(row, "documented_grams", Long.class),
                CustodyModel.valueOf(required(row, "model", String.class)),
                lot == null ? null : new LotId(lot),
                required(row, "made_at", Instant.class));
    }
}
