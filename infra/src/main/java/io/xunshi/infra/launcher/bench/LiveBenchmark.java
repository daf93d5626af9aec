package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.launcher.faults.Person;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long a message takes from its sending to the last of the other side's open pages, while two thousand pages are
 * open, and what an open page costs the server's memory.
 */
final class LiveBenchmark implements Benchmark {
    /** Two of a conversation. */
    private static final int CONVERSATIONS = 125;

    /** As many as a person may have. */
    private static final int PAGES_OF_A_PERSON = 8;

    private static final int MESSAGES_OF_A_CONVERSATION = 8;
    private static final int WARM_UP_MESSAGES = 4;
    private static final int SENT_AT_ONCE = 8;
    private static final long FIRST_PHONE = 13_620_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var talks = talks(stage.site(), messages);
        var pages = new ArrayList<OpenPage>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return measure(stage, talks, pages, readers);
            } finally {
                // Before their readers, who listen until then.
                pages.forEach(OpenPage::close);
            }
        }
    }

    private static List<Figure> measure(Stage stage, List<Talk> talks, List<OpenPage> pages, ExecutorService readers)
            throws IOException {
        long before = Heap.usedAfterCollection(stage);
        for (var talk : talks) {
            for (int i = 0; i < PAGES_OF_A_PERSON; i++) {
                pages.add(OpenPage.of(stage.site(), talk.seller(), readers));
                pages.add(OpenPage.of(stage.site(), talk.asker(), readers));
            }
        }
        long after = Heap.usedAfterCollection(stage);
        send(talks, pages, WARM_UP_MESSAGES);
        var latencies = send(talks, pages, MESSAGES_OF_A_CONVERSATION);
        return List.of(
                new Figure("open pages", pages.size(), ""),
                new Figure("message p50", latencies.percentileMillis(0.5), "ms"),
                new Figure("message p99", latencies.percentileMillis(0.99), "ms"),
                new Figure("heap of an open page", (after - before) / 1024.0 / pages.size(), "KB"));
    }

    private record Talk(Person seller, Person asker, String id) {}

    private static List<Talk> talks(URI site, SimulationClient messages) {
        try (var threads = Executors.newFixedThreadPool(SENT_AT_ONCE)) {
            var talks = new ArrayList<Future<Talk>>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                long phone = FIRST_PHONE + 2L * i;
                talks.add(threads.submit(() -> {
                    var seller = Person.signUp(site, messages, String.valueOf(phone), "卖家");
                    var asker = Person.signUp(site, messages, String.valueOf(phone + 1), "问家");
                    var listing = Market.publish(seller, Market.photo(seller), "有人问的书柜");
                    var conversation = asker.need("POST", "/api/v1/listings/" + listing + "/conversations", Map.of());
                    return new Talk(seller, asker, conversation.at("/id").asString());
                }));
            }
            return Market.all(talks);
        }
    }

    /** From the moment before each is sent to the moment in which the last page of the other side hears of it. */
    private static Latencies send(List<Talk> talks, List<OpenPage> pages, int each) {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        try (var senders = Executors.newFixedThreadPool(SENT_AT_ONCE)) {
            var sent = new ArrayList<Future<Object>>();
            for (int i = 0; i < talks.size(); i++) {
                var talk = talks.get(i);
                var heardBy = pages.subList(i * 2 * PAGES_OF_A_PERSON, (i + 1) * 2 * PAGES_OF_A_PERSON).stream()
                        .filter(page -> page.reader() == talk.seller())
                        .toList();
                sent.add(senders.submit(() -> {
                    for (int message = 0; message < each; message++) {
                        nanos.add(send(talk, heardBy, message));
                    }
                    return talk;
                }));
            }
            Market.all(sent);
        }
        return Latencies.of(List.copyOf(nanos), Duration.ZERO);
    }

    private static long send(Talk talk, List<OpenPage> heardBy, int message) throws InterruptedException {
        var heard = new CountDownLatch(heardBy.size());
        heardBy.forEach(page -> page.onMessage(heard::countDown));
        long begin = System.nanoTime();
        talk.asker()
                .need(
                        "POST",
                        "/api/v1/conversations/" + talk.id() + "/messages",
                        Map.of("text", "还在吗？第 " + message + " 次"));
        if (!heard.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LauncherFailure(heard.getCount() + " open pages did not hear of a message");
        }
        return System.nanoTime() - begin;
    }
}
