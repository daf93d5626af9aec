package io.xunshi.platform.events.usecase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.xunshi.platform.events.DomainEvent;
import io.xunshi.platform.events.OutsideTransaction;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jmolecules.event.annotation.DomainEventHandler;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** All reactions of the application, found once by their {@link DomainEventHandler} methods. */
@Component
class Reactions implements SmartInitializingSingleton {
    private final ConfigurableListableBeanFactory beans;
    private Map<String, Reaction> byName = Map.of();
    private Map<Class<?>, List<String>> namesByEvent = Map.of();

    Reactions(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var all = Stream.of(beans.getBeanDefinitionNames())
                .flatMap(this::reactionsOf)
                .toList();
        byName = all.stream().collect(toUnmodifiableMap(Reaction::name, Function.identity()));
        namesByEvent = all.stream().collect(groupingBy(Reaction::eventType, mapping(Reaction::name, toList())));
    }

    Optional<Reaction> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> namesFor(DomainEvent event) {
        return namesByEvent.getOrDefault(event.getClass(), List.of());
    }

    /** The names of those that talk to other systems, for each module that has such. */
    Collection<Set<String>> outsideByModule() {
        return byName.values().stream()
                .filter(reaction -> !reaction.transactional())
                .collect(groupingBy(Reaction::module, mapping(Reaction::name, toSet())))
                .values();
    }

    private Stream<Reaction> reactionsOf(String beanName) {
        var type = beans.getType(beanName, false);
        if (type == null) {
            return Stream.empty();
        }
        var userClass = ClassUtils.getUserClass(type);
        return MethodIntrospector.selectMethods(userClass, Reactions::handlesEvents).stream()
                .map(method -> reaction(beanName, userClass, method));
    }

    private Reaction reaction(String beanName, Class<?> userClass, Method method) {
        method.setAccessible(true);
        return new Reaction(
                userClass.getSimpleName(),
                userClass.getPackageName(),
                method.getParameterTypes()[0].asSubclass(DomainEvent.class),
                !userClass.isAnnotationPresent(OutsideTransaction.class),
                () -> beans.getBean(beanName),
                method);
    }

    private static boolean handlesEvents(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, DomainEventHandler.class);
    }
}
