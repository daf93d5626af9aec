package io.xunshi.transparency.price;

import java.util.List;
import java.util.Optional;

/** What a tonne of something cost in a week. */
public record PriceFigure(PriceCell cell, PriceMeasures measures) {

    /** Empty where what is left without outliers is too thin. */
    static Optional<PriceFigure> of(PriceCell cell, List<PricedTrade> trades, long seed) {
        return PublishGate.isThick(Outliers.removed(trades))
                ? Optional.of(new PriceFigure(cell, PriceMeasures.of(trades, seed)))
                : Optional.empty();
    }
}
