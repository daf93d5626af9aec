package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.BundleProblem;
import io.xunshi.platform.order.domain.Bundle;
import io.xunshi.platform.order.storage.OrderRepository;
import io.xunshi.platform.order.usecase.FindOrders.WholeOrder;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows their two sides what was bought together. */
@Component
public class FindBundles {
    private final OrderRepository orders;
    private final FindOrders findOrders;

    FindBundles(OrderRepository orders, FindOrders findOrders) {
        this.orders = orders;
        this.findOrders = findOrders;
    }

    /** Raises {@link BundleProblem#NOT_FOUND}, for a stranger's bundle too. */
    public Mono<WholeBundle> find(AccountId person, BundleId id) {
        return orders.find(id)
                .flatMap(bundle -> orders.findOf(id)
                        .filter(order -> order.concerns(person))
                        .concatMap(findOrders::whole)
                        .collectList()
                        .filter(found -> !found.isEmpty())
                        .map(found -> new WholeBundle(bundle, found)))
                .switchIfEmpty(Mono.error(BundleProblem.NOT_FOUND::raise));
    }

    /** @param orders all of them, in their order */
    public record WholeBundle(Bundle bundle, List<WholeOrder> orders) {}
}
