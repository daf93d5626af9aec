package io.xunshi.platform.pricing;

import io.xunshi.platform.kernel.CityTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Which fixings a price is made of (计价期, QP). */
public sealed interface QuotationalPeriod {
    /** More is no period for one delivery. */
    int MAX_DAYS = 66;

    /** Nothing before it counts, but what stands in for a day without a fixing. */
    LocalDate firstDay();

    /** 指定日: the fixing of one day; of the trading day before, where it is none. */
    record OnDay(LocalDate day) implements QuotationalPeriod {
        @Override
        public LocalDate firstDay() {
            return day;
        }
    }

    /**
     * 均价: the mean over so many trading days, the first of them on the anchor or after it.
     *
     * @param days 1 to {@link #MAX_DAYS}
     */
    record MeanOf(int days, LocalDate from) implements QuotationalPeriod {
        public MeanOf {
            if (days < 1 || days > MAX_DAYS) {
                throw new IllegalArgumentException("No number of days: " + days);
            }
        }

        @Override
        public LocalDate firstDay() {
            return from;
        }
    }

    /**
     * 点价: one side says on which days the price counts, for all or for parts of the quantity. What is not called by the
     * deadline gets the deadline's fixing. A day can be called until its session opens: the price of a day is the mean
     * of what is traded on it, so from then on whoever watches the market knows a part of it.
     *
     * @param grams what has to be called altogether
     * @param smallestGrams of one call, but for the last
     */
    record Called(Side by, LocalDate from, LocalDate deadline, long grams, long smallestGrams)
            implements QuotationalPeriod {
        private static final LocalTime REMINDER = LocalTime.of(9, 0);

        public Called {
            if (deadline.isBefore(from) || grams < 1 || smallestGrams < 1 || smallestGrams > grams) {
                throw new IllegalArgumentException("No period in which a price can be called");
            }
        }

        @Override
        public LocalDate firstDay() {
            return from;
        }

        /** The same of another quantity. */
        public Called of(long quantity) {
            return new Called(by, from, deadline, quantity, Math.min(smallestGrams, quantity));
        }

        /** In grams. */
        public long left(List<PricingCall> before) {
            return grams - before.stream().mapToLong(PricingCall::grams).sum();
        }

        /** The first day that can be called; empty once the last has begun. */
        public Optional<LocalDate> nextDay(TradingCalendar calendar, Instant now) {
            var open = calendar.nextToOpen(now);
            var first = calendar.onOrAfter(open.isBefore(from) ? from : open);
            return first.isAfter(deadline) ? Optional.empty() : Optional.of(first);
        }

        /**
         * When whoever calls is reminded: in the morning two trading days before the last, so that there is one day
         * more to choose before what is left gets the deadline's fixing anyway.
         */
        public Instant reminder(TradingCalendar calendar) {
            return calendar.before(calendar.before(deadline))
                    .atTime(REMINDER)
                    .atZone(CityTime.ZONE)
                    .toInstant();
        }

        /** What stands against one more call after those before; empty where it binds. */
        public Optional<Fault> against(
                PricingCall call, List<PricingCall> before, TradingCalendar calendar, Instant now) {
            var rest = left(before);
            if (call.day().isBefore(from) || call.day().isAfter(deadline)) {
                return Optional.of(Fault.OUTSIDE_THE_PERIOD);
            }
            if (!calendar.isTradingDay(call.day())) {
                return Optional.of(Fault.NO_TRADING_DAY);
            }
            if (call.day().isBefore(calendar.nextToOpen(now))) {
                return Optional.of(Fault.SESSION_HAS_OPENED);
            }
            if (call.grams() > rest) {
                return Optional.of(Fault.MORE_THAN_IS_LEFT);
            }
            return call.grams() < Math.min(smallestGrams, rest) ? Optional.of(Fault.TOO_SMALL) : Optional.empty();
        }
    }

    /** A part of the quantity whose price was called. */
    record PricingCall(LocalDate day, long grams) {
        public PricingCall {
            if (grams < 1) {
                throw new IllegalArgumentException("Nothing was called: " + grams);
            }
        }
    }

    /** Why a call does not bind. */
    enum Fault {
        OUTSIDE_THE_PERIOD,
        NO_TRADING_DAY,
        /** A part of the day's price is known, or all of it. */
        SESSION_HAS_OPENED,
        MORE_THAN_IS_LEFT,
        TOO_SMALL
    }
}
