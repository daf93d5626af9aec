package io.xunshi.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingStateTests {

    @Test
    void everyStateCanBeReachedFromADraft() {
        var reached = EnumSet.of(ListingState.DRAFT);
        for (int i = 0; i < ListingState.values().length; i++) {
            List.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }

        assertThat(reached).containsExactlyInAnyOrder(ListingState.values());
    }

    @Test
    void onlySoldIsTheEnd() {
        assertThat(ListingState.values())
                .filteredOn(state -> state.next().isEmpty())
                .containsExactly(ListingState.SOLD);
    }

    @Test
    void whatIsPromisedOrSoldCannotBeRewritten() {
        assertThat(ListingState.RESERVED.isEditable()).isFalse();
        assertThat(ListingState.SOLD.isEditable()).isFalse();
    }
}
