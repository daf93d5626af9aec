package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.console.LauncherFailure;
import io.xunshi.infra.launcher.faults.Database;
import io.xunshi.infra.launcher.faults.Hall;
import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bids of five hundred organisations at one auction, as fast as they are taken, against a bare client that sends the
 * statements of one bid after another. Each bids one step more than whoever asked before; of two that are under way at
 * once the lower may come too late, and is refused. Then the auction's room: how long a bid takes until two thousand
 * pages have all heard of it.
 */
final class BidBenchmark implements Benchmark {
    private static final int BIDDERS = 500;
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final long FIRST_PHONE = 13_640_000_000L;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private static final int PAGES = 2_000;
    private static final int WATCHED_BIDS = 60;
    private static final int WATCHED_WARM_UP = 20;

    /** Between two bids that are watched: a room in its last minutes is about as busy. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String name() {
        return "bids";
    }

    @Override
    public List<Figure> measure(Stage stage) throws IOException {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var hall = Hall.open(stage.site(), messages, stage.demo("ADMINISTRATOR"), FIRST_PHONE, BIDDERS, LENGTH);
        var figures = new ArrayList<>(compare(stage, hall));
        requireStrictOrder(new Database(stage.variable(Variables.POSTGRES_URL)), hall);
        figures.addAll(watch(stage, hall));
        return figures;
    }

    private List<Figure> compare(Stage stage, Hall hall) {
        var ours = new ArrayList<Round>();
        var bare = new ArrayList<Double>();
        var address = stage.variable(Variables.POSTGRES_URL);
        try (var statements = BidStatements.on(address, hall, people(hall))) {
            storm(stage.site(), hall, WARM_UP);
            statements.run(ROUND);
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(storm(stage.site(), hall, ROUND));
                bare.add(statements.run(ROUND));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        double oursPerSecond = median(ours.stream().map(Round::perSecond).toList());
        double barePerSecond = median(bare);
        var latencies = Latencies.of(
                ours.stream().flatMap(round -> round.nanos().stream()).toList(), ROUND);
        double refused = ours.stream().mapToInt(Round::refused).sum();
        return List.of(
                new Figure("ratio", oursPerSecond / barePerSecond, ""),
                new Figure("ours", oursPerSecond, "bids/s"),
                new Figure("ours p50", latencies.percentileMillis(0.5), "ms"),
                new Figure("ours p99", latencies.percentileMillis(0.99), "ms"),
                new Figure(
                        "refused of all",
                        100 * refused / (refused + latencies.sorted().size()),
                        "%"),
                new Figure("bare", barePerSecond, "bids/s"));
    }

    private static List<UUID> people(Hall hall) {
        return hall.bidders().stream()
                .map(bidder -> UUID.fromString(bidder.person().id()))
                .toList();
    }

    /**
     * Bids that were taken.
     *
     * @param nanos how long each took
     * @param refused how many more were not
     */
    private record Round(List<Long> nanos, int refused) {
        Round {
            nanos = List.copyOf(nanos);
        }

        double perSecond() {
            return nanos.size() * 1e9 / ROUND.toNanos();
        }

        Round plus(Round other) {
            var all = new ArrayList<>(nanos);
            all.addAll(other.nanos);
            return new Round(all, refused + other.refused);
        }
    }

    private Round storm(URI site, Hall hall, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var loops = new ArrayList<Future<Round>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                loops.add(threads.submit(() -> bid(site, hall, end)));
            }
            return Market.all(loops).stream().reduce(new Round(List.of(), 0), Round::plus);
        }
    }

    private Round bid(URI site, Hall hall, long end) throws IOException {
        var nanos = new ArrayList<Long>();
        int refused = 0;
        try (var connection = new Connection(site)) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                if (isTaken(connection, next(site, hall))) {
                    nanos.add(System.nanoTime() - begin);
                } else {
                    refused++;
                }
            }
        }
        return new Round(nanos, refused);
    }

    /** @throws LauncherFailure for an answer that is neither yes nor too late */
    private static boolean isTaken(Connection connection, Load bid) throws IOException {
        int status = connection.ask(bid).status();
        if (status != CREATED && status != CONFLICT) {
            throw new LauncherFailure("A bid was answered with " + status);
        }
        return status == CREATED;
    }

    private Load next(URI site, Hall hall) {
        int number = asked.incrementAndGet();
        var bidder = hall.bidders().get(number % BIDDERS);
        return Load.change(
                site,
                hall.bidPath(),
                bidder.person(),
                JsonMapper.shared().writeValueAsString(Hall.bid(bidder, Hall.START + number * Hall.STEP)));
    }

    private static void requireStrictOrder(Database database, Hall hall) {
        var wrong = database.number("""
                select count(*) from (
                    select sequence, amount_fen, at,
                           row_number() over (order by sequence) as number,
                           lag(amount_fen) over (order by sequence) as amount_before,
                           lag(at) over (order by sequence) as at_before
                    from auction.bid where auction_id = '%s') as bid
                where number <> sequence or amount_before >= amount_fen or at_before > at
                """.formatted(hall.id()));
        if (wrong != 0) {
            throw new LauncherFailure(wrong + " bids are not in their order");
        }
    }

    private List<Figure> watch(Stage stage, Hall hall) throws IOException {
        var pages = new ArrayList<RoomPage>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < PAGES; i++) {
                    pages.add(RoomPage.of(stage.site(), hall.id(), readers));
                }
                bidAndWait(stage.site(), hall, pages, WATCHED_WARM_UP);
                var heard = Latencies.of(bidAndWait(stage.site(), hall, pages, WATCHED_BIDS), Duration.ZERO);
                return List.of(
                        new Figure("watching pages", pages.size(), ""),
                        new Figure("bid heard p50", heard.percentileMillis(0.5), "ms"),
                        new Figure("bid heard p99", heard.percentileMillis(0.99), "ms"));
            } finally {
                // Before their readers, who listen until then.
                pages.forEach(RoomPage::close);
            }
        }
    }

    /** How long each bid took to each page, from the moment before it was sent. */
    private List<Long> bidAndWait(URI site, Hall hall, List<RoomPage> pages, int bids) throws IOException {
        var nanos = new ArrayList<Long>();
        try (var connection = new Connection(site)) {
            for (int i = 0; i < bids; i++) {
                long begin = System.nanoTime();
                pages.forEach(RoomPage::expectBid);
                if (!isTaken(connection, next(site, hall))) {
                    throw new LauncherFailure("A single bid was too late");
                }
                pages.forEach(page -> nanos.add(page.heardAt() - begin));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while measuring");
        }
        return nanos;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
