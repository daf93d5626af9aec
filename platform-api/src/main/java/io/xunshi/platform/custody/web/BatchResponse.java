package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.Draw;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.exchange.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch.
 *
 * @param code also that of its receipt from the log
 * @param enteredGrams that no parcel is behind
 * @param outsideYield whether the loss is outside the bounds of the process
 * @param reference the number of a receipt, the code of a deal, or the reason; empty where there is none
 * @param hash SHA-256 of what the batch says, as it is in the log
 */
record BatchResponse(
        UUID id,
        String code,
        BatchKind kind,
        UUID siteId,
        @Nullable ProcessKind process,
        @Nullable Integer recipeEdition,
        List<Input> inputs,
        List<ParcelResponse> outputs,
        long enteredGrams,
        long lossGrams,
        boolean outsideYield,
        @Nullable Source source,
        String reference,
        LocalDate happenedOn,
        @Nullable UUID corrects,
        @Nullable UUID dealId,
        @Nullable UUID lotId,
        String hash,
        Instant enteredAt) {

    static BatchResponse of(Batch batch) {
        var composition = batch.composition();
        var deal = batch.deal();
        var lot = batch.lot();
        return new BatchResponse(
                batch.id(),
                batch.code(),
                batch.kind(),
                batch.site(),
                batch.process(),
                batch.recipeEdition(),
                composition.draws().stream().map(Input::of).toList(),
                batch.made().stream().map(ParcelResponse::of).toList(),
                composition.entered(),
                composition.loss(),
                composition.isOutsideYield(),
                batch.source(),
                batch.reference(),
                batch.happenedOn(),
                batch.corrects(),
                deal == null ? null : deal.value(),
                lot == null ? null : lot.value(),
                batch.hash(),
                batch.enteredAt());
    }

    /** @param grams of the parcel that went in */
    record Input(UUID parcelId, String code, String materialCode, long grams) {
        static Input of(Draw draw) {
            return new Input(
                    draw.parcel().id(), draw.parcel().code(), draw.parcel().materialCode(), draw.grams());
        }
    }
}
