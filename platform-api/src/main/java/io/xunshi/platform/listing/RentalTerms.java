package io.xunshi.platform.listing;

import io.xunshi.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a thing is lent for money (租赁条件). Days are whole calendar days of the city.
 *
 * @param perDay the rent of a day, positive
 * @param perWeek the rent of seven days, at most seven times that of a day; null where seven days cost seven days
 * @param deposit 押金: what secures the thing, at least the rent of a day
 * @param minDays the shortest rental, at least 1
 * @param maxDays the longest
 * @param bufferDays kept free after every rental, for cleaning and being late
 */
public record RentalTerms(
        Money perDay, @Nullable Money perWeek, Money deposit, int minDays, int maxDays, int bufferDays) {

    public RentalTerms {
        if (perDay == null || deposit == null) {
            throw new IllegalArgumentException("Rental terms name the rent of a day and the deposit");
        }
    }
}
