package io.xunshi.platform.events.usecase;

import io.xunshi.platform.events.DomainEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A bean's method that reacts to one type of event.
 *
 * @param name the bean class's simple name; stored with deliveries, so renaming a class needs a migration of waiting
 *     ones
 * @param module the package that it belongs to
 * @param transactional whether it runs in the transaction that removes its delivery
 */
record Reaction(
        String name,
        String module,
        Class<? extends DomainEvent> eventType,
        boolean transactional,
        Supplier<Object> bean,
        Method method) {

    Mono<Void> react(DomainEvent event) {
        return Mono.defer(() -> invoke(event)).then();
    }

    private Mono<?> invoke(DomainEvent event) {
        try {
            return (Mono<?>) method.invoke(bean.get(), event);
        } catch (InvocationTargetException e) {
            return Mono.error(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            return Mono.error(e);
        }
    }
}
