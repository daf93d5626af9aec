package io.xunshi.indexer.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.contracts.search.SearchStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The golden files of the contract, as the indexer reads them; platform-api's tests write the same files. */
class MessageCodecTests {
    private static final Path GOLDEN = Path.of("../platform-api/contracts/src/test/resources/golden");
    private static final UUID LISTING = UUID.fromString("01932f00-0000-7000-8000-000000000001");

    private final MessageCodec codec = new MessageCodec();

    @Test
    void aListingThatCanBeFoundIsWrittenWithAllItShows() throws IOException {
        var write = codec.decode(SearchStream.LISTING_INDEXED, golden("listing-indexed.v1.json"));

        assertThat(write.id()).isEqualTo(LISTING);
        assertThat(write.version()).isEqualTo(3);
        var document = Objects.requireNonNull(write.document());
        assertThat(document.categories()).containsExactly("furniture", "bookcase");
        assertThat(document.priceFen()).isEqualTo(28_000);
        assertThat(document.publishedAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(document.card().categoryCode()).isEqualTo("bookcase");
        assertThat(Objects.requireNonNull(document.card().photo()).variants()).hasSize(2);
    }

    @Test
    void aListingThatCannotBeFoundIsRemoved() throws IOException {
        var write = codec.decode(SearchStream.LISTING_REMOVED, golden("listing-removed.v1.json"));

        assertThat(write).isEqualTo(new IndexWrite(LISTING, 4, null));
    }

    @Test
    void aFieldOfTomorrowIsPassedOver() {
        var body = "{\"id\":\"%s\",\"version\":1,\"tomorrow\":true}".formatted(LISTING);

        assertThat(codec.decode(SearchStream.LISTING_REMOVED, body).version()).isEqualTo(1);
    }

    @Test
    void whatNobodyUnderstandsSaysWhy() {
        assertThatThrownBy(() -> codec.decode("listing-eaten.v1", "{}")).hasMessageContaining("listing-eaten.v1");
        assertThatThrownBy(() -> codec.decode(SearchStream.LISTING_INDEXED, "{"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.decode(SearchStream.LISTING_INDEXED, "{\"version\":1}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name));
    }
}
