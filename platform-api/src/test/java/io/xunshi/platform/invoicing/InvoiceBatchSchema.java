package io.xunshi.platform.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published schema of a batch. */
final class InvoiceBatchSchema {
    private static final Path FILE = Path.of("../docs/schemas/invoice-batch.schema.json");

    private InvoiceBatchSchema() {}

    static void accepts(String document) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
        assertThat(schema.validate(document, InputFormat.JSON)).isEmpty();
    }
}
