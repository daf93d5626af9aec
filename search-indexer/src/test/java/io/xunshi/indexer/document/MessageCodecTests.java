package io.xunshi.indexer.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.contracts.search.SearchIndex;
import io.xunshi.contracts.search.SearchStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        assertThat(write.index()).isEqualTo(SearchIndex.LISTINGS);
        var document = (IndexDocument) Objects.requireNonNull(write.document());
        assertThat(document.categories()).containsExactly("furniture", "bookcase");
        assertThat(document.priceFen()).isEqualTo(28_000);
        assertThat(document.publishedAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(document.card().categoryCode()).isEqualTo("bookcase");
        assertThat(Objects.requireNonNull(document.card().photo()).variants()).hasSize(2);
    }

    @Test
    void aListingThatCannotBeFoundIsRemoved() throws IOException {
        var write = codec.decode(SearchStream.LISTING_REMOVED, golden("listing-removed.v1.json"));

        assertThat(write).isEqualTo(new IndexWrite(SearchIndex.LISTINGS, LISTING, 4, null));
    }

    @Test
    void aLotIsWrittenWithNumbersThatCanBeComparedAndAnswersThatCanBeChosen() throws IOException {
        var write = codec.decode(SearchStream.OFFER_INDEXED, golden("offer-indexed.v1.json"));

        assertThat(write.index()).isEqualTo(SearchIndex.LOTS);
        var document = (OfferIndexDocument) Objects.requireNonNull(write.document());
        assertThat(document.materials()).containsExactly("NF", "NF-AL", "NF-AL-EXT-O");
        assertThat(document.least()).containsExactly(Map.entry("al_pct", new BigDecimal("97.5")));
        assertThat(document.most()).isEqualTo(document.least());
        assertThat(document.answers()).containsExactly(Map.entry("form", List.of("extrusion")));
        assertThat(document.suggest()).startsWith("旧铝型材", "Old extrusions").contains("门窗拆解");
        assertThat(document.card().quantity()).isEqualTo(28_000_000);
    }

    @Test
    void whatADemandDoesNotBoundReachesToTheEnd() {
        var body = """
                {"index": "DEMANDS", "id": "%s", "version": 1, "document": {
                    "code": "J1", "title": "求购旧铝", "materials": ["NF"], "words": [], "names": [], "quantity": 1,
                    "facets": {"area": "OUTSIDE"},
                    "quality": {"inclusion_pct": {"most": 2, "answers": []}, "al_pct": {"least": 90, "answers": []}}}}
                """.formatted(LISTING);

        var document = (OfferIndexDocument) Objects.requireNonNull(
                codec.decode(SearchStream.OFFER_INDEXED, body).document());

        assertThat(document.least()).containsEntry("inclusion_pct", BigDecimal.ZERO);
        assertThat(document.most()).containsEntry("inclusion_pct", BigDecimal.TWO);
        assertThat(document.most().get("al_pct")).isGreaterThan(BigDecimal.valueOf(100));
    }

    @Test
    void aLotThatCannotBeFoundIsRemoved() throws IOException {
        var write = codec.decode(SearchStream.OFFER_REMOVED, golden("offer-removed.v1.json"));

        assertThat(write).isEqualTo(new IndexWrite(SearchIndex.LOTS, LISTING, 4, null));
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
