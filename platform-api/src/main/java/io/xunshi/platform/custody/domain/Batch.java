package io.xunshi.platform.custody.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of the chain (批次). Never changed afterwards.
 *
 * @param code what people read aloud, <code>K…</code>
 * @param counterparty who gave what was delivered; null but for a delivery, as the deal is
 * @param process null but for processing
 * @param recipeEdition of the bounds that it was held against; null where there are none
 * @param source null but for a receipt
 * @param reference the number of a receipt, or the reason; empty where none was given
 * @param happenedOn the day in the city's time
 * @param corrects the batch that it takes back; null but for a reversal
 * @param lot that was delivered or put together; null for none
 * @param made parcels as they were made
 */
public record Batch(
        UUID id,
        String code,
        BatchKind kind,
        OrganisationId organisation,
        @Nullable OrganisationId counterparty,
        UUID site,
        @Nullable ProcessKind process,
        @Nullable Integer recipeEdition,
        Composition composition,
        List<Parcel> made,
        @Nullable Source source,
        String reference,
        LocalDate happenedOn,
        @Nullable UUID corrects,
        @Nullable DealId deal,
        @Nullable LotId lot,
        @Nullable AccountId enteredBy,
        Instant enteredAt) {

    public Batch {
        made = List.copyOf(made);
    }

    /**
     * What the log has of it: SHA-256 of its figures in one line, their parts divided by <code>|</code>. Code, kind,
     * process, parcels drawn as <code>code:grams</code> and made as <code>code:material:grams:documented:model</code>,
     * each sorted and divided by commas, grams entered and lost, source, reference, day, and the id of what it
     * corrects. Empty for what there is not. No person is in it.
     */
    public String hash() {
        return Sha256.of(Stream.of(
                        code,
                        kind.name(),
                        text(process),
                        sorted(composition.draws().stream()
                                .map(draw -> draw.parcel().code() + ":" + draw.grams())),
                        sorted(made.stream().map(Batch::line)),
                        Long.toString(composition.entered()),
                        Long.toString(composition.loss()),
                        text(source),
                        reference,
                        happenedOn.toString(),
                        text(corrects))
                .collect(Collectors.joining("|")));
    }

    /** Of the first thing that was made; of what was used up where nothing was. */
    public String materialCode() {
        return made.isEmpty()
                ? composition.draws().getFirst().parcel().materialCode()
                : made.getFirst().materialCode();
    }

    private static String line(Parcel parcel) {
        return "%s:%s:%d:%d:%s"
                .formatted(parcel.code(), parcel.materialCode(), parcel.grams(), parcel.documented(), parcel.model());
    }

    private static String sorted(Stream<String> lines) {
        return lines.sorted().collect(Collectors.joining(","));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
