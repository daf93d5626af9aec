package io.xunshi.platform.consignment;

import static io.xunshi.platform.Races.race;
import static io.xunshi.platform.consignment.Shop.itemCode;
import static io.xunshi.platform.consignment.Shop.listingId;
import static io.xunshi.platform.consignment.Shop.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Several want the one thing at the same moment, over the counter and online. */
@PlatformTest
class CounterRaceIT {
    private static final int ROUNDS = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Test
    void ofACounterAndOnlineBuyersOneGetsIt() throws Exception {
        var shop = Shop.opened(database, port).openShift(0);
        var buyers = IntStream.range(0, 3)
                .mapToObj(i -> new Visitor(port).signUp("买家"))
                .toList();
        var soldHere = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var taken = shop.takeIn();
            var price = shop.priceOf(itemCode(taken));

            var racers = new ArrayList<Callable<ResponseSpec>>();
            racers.add(() -> shop.operator()
                    .post(
                            "/api/v1/my/point/counter-sales",
                            Map.of("itemCode", itemCode(taken), "price", price, "received", price)));
            buyers.forEach(buyer ->
                    racers.add(() -> buyer.post("/api/v1/orders", Map.of("listingId", listingId(taken)))));
            var statuses = race(racers);

            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(buyers.size());
            soldHere += statuses.getFirst() == 201 ? 1 : 0;
            cancelUnpaid(buyers);
        }
        assertThat(shop.inDrawer()).isEqualTo(soldHere * 30_001L);
    }

    @Test
    void ofTwoTillsOneSellsAndOneStatementIsPaid() throws Exception {
        var shop = Shop.opened(database, port).openShift(50_000);
        var colleague = shop.colleague();
        var taken = shop.takeIn();
        var price = shop.priceOf(itemCode(taken));
        var body = Map.of("itemCode", itemCode(taken), "price", price, "received", yuan(40_000));

        var sold = race(List.of(
                () -> shop.operator().post("/api/v1/my/point/counter-sales", body),
                () -> colleague.post("/api/v1/my/point/counter-sales", body)));
        var paper = Map.of("paperCode", Shop.paperCode(taken));
        var paid = race(List.of(
                () -> shop.operator().post("/api/v1/my/point/settlements", paper),
                () -> colleague.post("/api/v1/my/point/settlements", paper)));

        assertThat(sold).containsExactlyInAnyOrder(201, 409);
        assertThat(paid).containsExactlyInAnyOrder(201, 409);
        assertThat(shop.inDrawer()).isEqualTo(50_000 + 30_001 - 22_501);
    }

    private static void cancelUnpaid(List<Visitor> buyers) {
        for (var buyer : buyers) {
            Visitor.json(buyer.get("/api/v1/my/orders?side=BUYER"))
                    .at("/items")
                    .valueStream()
                    .filter(order -> order.at("/state").asString().equals("AWAITING_PAYMENT"))
                    .map(order -> order.at("/id").asString())
                    .forEach(order ->
                            buyer.post("/api/v1/orders/" + order + "/cancellation", Map.of("reason", "没抢到别的")));
        }
    }
}
