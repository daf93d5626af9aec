package io.xunshi.platform.fulfilment.web;

import io.xunshi.platform.fulfilment.domain.Remedy;
import io.xunshi.platform.http.FieldFault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** @param fen off the price of a tonne or a piece; zero but for a deduction */
record RemedyRequest(
        @NotNull Remedy.Kind kind,
        @Min(0) @Max(1_000_000_000) long fen) {

    Remedy remedy() {
        if ((kind == Remedy.Kind.DEDUCTION) != (fen > 0)) {
            throw FieldFault.refuse(List.of(new FieldFault("remedy.fen", "fulfilment.field.remedy")));
        }
        return new Remedy(kind, fen);
    }
}
