package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.pricing.QuotationalPeriod.Called;
import io.xunshi.platform.pricing.QuotationalPeriod.Fault;
import io.xunshi.platform.pricing.QuotationalPeriod.PricingCall;
import io.xunshi.platform.pricing.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a price is called that one side may call.
 *
 * @param calendar of the series that the price hangs on
 * @param calls in the order in which the server took them
 */
public record Calling(Called period, TradingCalendar calendar, List<PriceCall> calls) {
    private static final int GRAMS_PER_KILOGRAM = 1_000;

    public Calling {
        calls = List.copyOf(calls);
    }

    /** In grams. */
    public long left() {
        return period.left(parts());
    }

    /** The first day that can be called; empty where nothing is left or the last day has begun. */
    public Optional<LocalDate> nextDay(Instant now) {
        return left() == 0 ? Optional.empty() : period.nextDay(calendar, now);
    }

    /**
     * One more call. Raises {@link FulfilmentProblem#ALL_CALLED}, {@link FulfilmentProblem#CALLING_OVER} and what
     * stands against this day and quantity.
     *
     * @param grams null for all that is left
     */
    public PriceCall next(LocalDate day, @Nullable Long grams, Instant now) {
        if (left() == 0) {
            throw FulfilmentProblem.ALL_CALLED.raise();
        }
        var first = nextDay(now).orElseThrow(FulfilmentProblem.CALLING_OVER::raise);
        var part = new PricingCall(day, grams == null ? left() : grams);
        period.against(part, parts(), calendar, now).ifPresent(fault -> {
            throw refused(fault, first);
        });
        return new PriceCall(calls.size() + 1, part, now);
    }

    private ProblemException refused(Fault fault, LocalDate first) {
        return switch (fault) {
            case OUTSIDE_THE_PERIOD -> FulfilmentProblem.CALL_OUTSIDE_PERIOD.raise(period.from(), period.deadline());
            case NO_TRADING_DAY -> FulfilmentProblem.CALL_NO_TRADING_DAY.raise(first);
            case SESSION_HAS_OPENED -> FulfilmentProblem.CALL_TOO_LATE.raise(first);
            case MORE_THAN_IS_LEFT -> FulfilmentProblem.CALL_TOO_MUCH.raise(left() / GRAMS_PER_KILOGRAM);
            case TOO_SMALL -> FulfilmentProblem.CALL_TOO_SMALL.raise(period.smallestGrams() / GRAMS_PER_KILOGRAM);
        };
    }

    private List<PricingCall> parts() {
        return calls.stream().map(PriceCall::part).toList();
    }
}
