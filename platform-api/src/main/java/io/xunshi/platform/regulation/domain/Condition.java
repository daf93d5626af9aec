package io.xunshi.platform.regulation.domain;

import io.xunshi.platform.regulation.PhotoSign;
import io.xunshi.platform.regulation.VehicleSign;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One thing that a rule looks for. */
public sealed interface Condition {
    boolean holds(Evidence evidence);

    /** @param except what only looks like the words */
    record Says(Pattern words, Pattern except) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return evidence.says(words, except);
        }
    }

    /** Nowhere a word of what must be stated. */
    record DoesNotSay(Pattern words) implements Condition {
        private static final Pattern NOTHING = Pattern.compile("(?!)");

        @Override
        public boolean holds(Evidence evidence) {
            return !evidence.says(words, NOTHING);
        }
    }

    /** The seller gave this answer. */
    record Answers(String attribute, String answer) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return answer.equals(evidence.attributes().get(attribute));
        }
    }

    /** The earliest year that the seller entered, of make or of purchase, is more than so many years ago. */
    record BoughtBefore(int years) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return isOlder(evidence.usedSince(), years, evidence);
        }
    }

    /**
     * It is beyond the safe life of such goods.
     *
     * @param lives in years, by category; goods of others have none
     */
    record Outlived(Map<String, Integer> lives) implements Condition {
        public Outlived {
            lives = Map.copyOf(lives);
        }

        @Override
        public boolean holds(Evidence evidence) {
            var life = lives.get(evidence.category());
            return life != null && isOlder(evidence.usedSince(), life, evidence);
        }
    }

    /** A year that the seller entered has not come yet. */
    record SaysYearToCome() implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return evidence.yearsStated().anyMatch(year -> year > evidence.year());
        }
    }

    /** The year of manufacture that the texts name is more than so many years ago. */
    record MadeBefore(int years) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return isOlder(evidence.yearMade(), years, evidence);
        }
    }

    /** Something is known, or not known, of the device. */
    record DeviceShows(DeviceSign sign) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return sign.isSeenIn(evidence.device());
        }
    }

    /** Something is known of the photos. */
    record PhotosShow(PhotoSign sign) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return evidence.photos().contains(sign);
        }
    }

    /** Something was said, or not said, of a vehicle. */
    record VehicleShows(VehicleSign sign) implements Condition {
        @Override
        public boolean holds(Evidence evidence) {
            return evidence.vehicle().contains(sign);
        }
    }

    private static boolean isOlder(OptionalInt year, int years, Evidence evidence) {
        return year.isPresent() && evidence.year() - year.getAsInt() > years;
    }
}
