package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.CustodyModel;
import io.xunshi.platform.custody.domain.Output;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.usecase.EnterBatch.Input;
import io.xunshi.platform.custody.usecase.EnterBatch.Work;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.http.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to parcels.
 *
 * @param kind SPLIT, MERGE, PROCESSING or COUNT
 * @param siteId where what it makes lies
 * @param process of PROCESSING alone
 * @param lossGrams what is gone; of a count it follows from what was found
 * @param lotId the own lot for which parcels are merged; null for none
 * @param reason of a count, or of a loss outside the bounds
 * @param happenedOn in the city's time, not after today
 */
record BatchRequest(
        @NotNull BatchKind kind,
        @NotNull UUID siteId,
        @Nullable ProcessKind process,
        @NotNull @Size(max = 50) List<@NotNull @Valid InputField> inputs,
        @NotNull @Size(max = 20) List<@NotNull @Valid OutputField> outputs,
        @NotNull Long lossGrams,
        @Nullable UUID lotId,

        @Nullable @Size(max = 200) @Pattern(regexp = PlainText.LINE)
        String reason,

        @NotNull LocalDate happenedOn) {

    Work work() {
        return new Work(
                kind,
                siteId,
                process,
                inputs.stream().map(InputField::input).toList(),
                outputs.stream().map(OutputField::output).toList(),
                lossGrams,
                lotId == null ? null : new LotId(lotId),
                Objects.requireNonNullElse(reason, "").strip(),
                happenedOn);
    }

    /** @param grams of the parcel that go in */
    record InputField(@NotNull UUID parcelId, @NotNull Long grams) {
        Input input() {
            return new Input(parcelId, grams);
        }
    }

    /** @param model null for the strongest that what goes in bears */
    record OutputField(
            @NotNull @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String materialCode,

            @NotNull Long grams,
            @Nullable CustodyModel model) {
        Output output() {
            return new Output(materialCode, grams, model);
        }
    }
}
