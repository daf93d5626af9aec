package io.xunshi.quality;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that people type.
 *
 * @param id <code>Q001</code> and on
 * @param kind what is hard about it
 * @param words as typed
 */
record JudgedQuery(String id, String kind, Half half, String words) {

    /** The search may be improved by looking at one half; the other says whether that was an improvement. */
    enum Half {
        @JsonProperty("tune")
        TUNE,
        @JsonProperty("held-out")
        HELD_OUT;

        /** As it is printed. */
        String label() {
            return this == TUNE ? "tune" : "held-out";
        }
    }
}
