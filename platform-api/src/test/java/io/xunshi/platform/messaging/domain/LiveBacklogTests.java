package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a page is told of what it missed, at every edge. */
class LiveBacklogTests {
    @Test
    void whoKnowsEverythingIsToldNothing() {
        assertThat(new LiveBacklog(7, List.of()).after(7)).isEmpty();
        assertThat(new LiveBacklog(0, List.of()).after(0)).isEmpty();
    }

    @Test
    void whatWasMissedIsToldOneByOne() {
        assertThat(new LiveBacklog(9, events(8, 9)).after(7))
                .containsExactly(new LiveSignal.News(event(8)), new LiveSignal.News(event(9)));
    }

    @Test
    void theLastThatIsStillToldAndTheFirstThatIsNot() {
        var most = LiveBacklog.EVENTS_MAX;

        assertThat(new LiveBacklog(most, events(1, most)).after(0)).hasSize(most);
        assertThat(new LiveBacklog(most + 1, events(1, most + 1)).after(0))
                .containsExactly(new LiveSignal.Resync(most + 1));
    }

    @Test
    void whatIsForgottenCannotBeTold() {
        assertThat(new LiveBacklog(9, events(5, 9)).after(3)).containsExactly(new LiveSignal.Resync(9));
        assertThat(new LiveBacklog(9, List.of()).after(3)).containsExactly(new LiveSignal.Resync(9));
    }

    @Test
    void whoKnowsMoreThanThereIsKnowsAnotherDatabase() {
        assertThat(new LiveBacklog(9, List.of()).after(12)).containsExactly(new LiveSignal.Resync(9));
    }

    private static List<LiveEvent> events(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(LiveBacklogTests::event)
                .toList();
    }

    private static LiveEvent event(long sequence) {
        return new LiveEvent(sequence, Kind.NOTIFICATION, Map.of());
    }
}
