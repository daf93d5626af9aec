package io.xunshi.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Several at the same moment. */
public final class Races {
    private Races() {}

    /** Their statuses, in order. */
    public static List<Integer> race(List<Callable<ResponseSpec>> racers)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(racers.size());
        try (var threads = Executors.newFixedThreadPool(racers.size())) {
            var running = threads.invokeAll(racers.stream()
                    .map(racer -> (Callable<Integer>) () -> {
                        start.await();
                        return racer.call()
                                .expectBody(byte[].class)
                                .returnResult()
                                .getStatus()
                                .value();
                    })
                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var one : running) {
                statuses.add(one.get());
            }
            return statuses;
        }
    }
}
