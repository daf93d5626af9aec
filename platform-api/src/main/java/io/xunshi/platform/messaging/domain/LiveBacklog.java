package io.xunshi.platform.messaging.domain;

import java.util.List;

/**
 * What a line has not told yet, as one look at the database showed it.
 *
 * @param newest the person's newest sequence
 * @param events the first of those after the position, in their order
 */
public record LiveBacklog(long newest, List<LiveEvent> events) {
    /** More than this is not worth telling one by one. */
    public static final int EVENTS_MAX = 200;

    public LiveBacklog {
        events = List.copyOf(events);
    }

    /** What to tell a page that knows everything up to the position: each event once, or that it must load anew. */
    public List<LiveSignal> after(long position) {
        if (newest == position) {
            return List.of();
        }
        var isTooMuch = newest - position > EVENTS_MAX;
        var isBroken = newest < position
                || events.isEmpty()
                || events.getFirst().sequence() != position + 1
                || events.getLast().sequence() != newest;
        return isTooMuch || isBroken
                ? List.of(new LiveSignal.Resync(newest))
                : events.stream().<LiveSignal>map(LiveSignal.News::new).toList();
    }
}
