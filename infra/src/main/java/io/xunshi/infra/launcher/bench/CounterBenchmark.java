package io.xunshi.infra.launcher.bench;

import io.xunshi.infra.launcher.bench.ClosedLoop.Latencies;
import io.xunshi.infra.launcher.faults.Market;
import io.xunshi.infra.launcher.faults.Person;
import io.xunshi.infra.server.Variables;
import io.xunshi.infra.simulation.SimulationClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** How long a sale over the counter takes while fifty tills sell at once, each as fast as it can. */
final class CounterBenchmark implements Benchmark {
    private static final int TILLS = 50;
    private static final int WARM_UP_SALES = 4;
    private static final int SALES = 10;
    private static final int PREPARED_AT_ONCE = 8;
    private static final int PRICE_FEN = 30_000;
    private static final int CHANGE_FEN = 50_000;
    private static final long FIRST_PHONE = 13_630_000_000L;

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public List<Figure> measure(Stage stage) {
        var messages = new SimulationClient(URI.create(stage.variable(Variables.NOTICE_URL)));
        var administrator = stage.demo("ADMINISTRATOR");
        var staff = inParallel(
                PREPARED_AT_ONCE,
                IntStream.range(0, TILLS)
                        .<Callable<Person>>mapToObj(
                                i -> () -> operator(stage.site(), messages, administrator, FIRST_PHONE + i))
                        .toList());
        staff.forEach(operator -> open(administrator, operator));
        var tills = inParallel(
                PREPARED_AT_ONCE,
                staff.stream()
                        .<Callable<Till>>map(operator -> () -> till(operator))
                        .toList());
        sell(tills, 0, WARM_UP_SALES);
        long begin = System.nanoTime();
        var nanos = sell(tills, WARM_UP_SALES, WARM_UP_SALES + SALES);
        var latencies = Latencies.of(nanos, Duration.ofNanos(System.nanoTime() - begin));
        return List.of(
                new Figure("tills", TILLS, ""),
                new Figure("sales", latencies.perSecond(), "sales/s"),
                new Figure("sale p50", latencies.percentileMillis(0.5), "ms"),
                new Figure("sale p99", latencies.percentileMillis(0.99), "ms"));
    }

    /** @param labels the codes of things on its shelf */
    private record Till(Person operator, List<String> labels) {
        Till {
            labels = List.copyOf(labels);
        }
    }

    private static Person operator(URI site, SimulationClient messages, Person administrator, long phone) {
        var operator = Person.signUp(site, messages, String.valueOf(phone), "柜台");
        administrator.need(
                "PUT",
                "/api/v1/accounts/" + operator.id() + "/roles",
                Map.of("roles", List.of("RESIDENT", "POINT_OPERATOR")));
        operator.signIn();
        return operator;
    }

    /** A point has one drawer, so each till is of a point of its own; what they share is the market. */
    private static void open(Person administrator, Person operator) {
        administrator.need(
                "POST",
                "/api/v1/points",
                Map.of(
                        "accountContact",
                        operator.contact(),
                        "profile",
                        Map.of(
                                "name", "经三路寄卖点",
                                "address", "金水区经三路 66 号",
                                "districtCode", "ZZ-JS",
                                "hours", "周一至周日 9:00–18:00",
                                "capacity", WARM_UP_SALES + SALES),
                        "commission",
                        Map.of("usualPerMille", 300, "perMilleOf", Map.of())));
    }

    private static Till till(Person operator) {
        operator.need("POST", "/api/v1/my/point/shifts", Map.of("counted", yuan(CHANGE_FEN)));
        var photo = Market.photo(operator);
        var taken = operator.need(
                "POST",
                "/api/v1/my/point/agreements",
                Map.of(
                        "consignor",
                        Map.of("name", "王秀英"),
                        "termDays",
                        60,
                        "markdowns",
                        List.of(),
                        "endChoice",
                        "DONATE",
                        "items",
                        IntStream.range(0, WARM_UP_SALES + SALES)
                                .mapToObj(i -> item(i, photo))
                                .toList()));
        return new Till(
                operator,
                taken.at("/items")
                        .valueStream()
                        .map(item -> item.at("/code").asString())
                        .toList());
    }

    private static Map<String, Object> item(int number, String photo) {
        return Map.of(
                "title",
                "老榆木衣柜 " + number,
                "description",
                "双开门，柜脚有磨损。",
                "categoryCode",
                "storage-furniture",
                "attributes",
                Map.of("material", "wood"),
                "conditionCode",
                "GOOD",
                "price",
                yuan(PRICE_FEN),
                "minimumPrice",
                yuan(PRICE_FEN),
                "photoIds",
                List.of(photo),
                "shelf",
                "A-3");
    }

    /** The nanoseconds of each sale. */
    private static List<Long> sell(List<Till> tills, int from, int to) {
        return inParallel(
                        TILLS,
                        tills.stream()
                                .<Callable<List<Long>>>map(till -> () -> till.labels().subList(from, to).stream()
                                        .map(label -> sell(till.operator(), label))
                                        .toList())
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static long sell(Person operator, String label) {
        long begin = System.nanoTime();
        JsonNode _ = operator.need(
                "POST",
                "/api/v1/my/point/counter-sales",
                Map.of("itemCode", label, "price", yuan(PRICE_FEN), "received", yuan(CHANGE_FEN)));
        return System.nanoTime() - begin;
    }

    private static <T> List<T> inParallel(int atOnce, List<Callable<T>> tasks) {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var results = new ArrayList<Future<T>>();
            tasks.forEach(task -> results.add(threads.submit(task)));
            return Market.all(results);
        }
    }

    private static Map<String, Object> yuan(int fen) {
        return Map.of("amount", fen, "currency", "CNY");
    }
}
