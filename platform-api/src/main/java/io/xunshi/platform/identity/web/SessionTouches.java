package io.xunshi.platform.identity.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.DefaultWebSessionManager;
import reactor.core.publisher.Mono;

/**
 * Lets a request push the end of its session back only when the last one that did is a minute ago. Sessions last for
 * weeks; to write each down with each request was most of what Redis had to do.
 */
@Component
class SessionTouches implements BeanPostProcessor {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final ObjectProvider<ReactiveSessionRepository<? extends Session>> sessions;
    private final ObjectProvider<Clock> clock;

    /** Providers, because this is made before all other beans. */
    SessionTouches(ObjectProvider<ReactiveSessionRepository<? extends Session>> sessions, ObjectProvider<Clock> clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultWebSessionManager manager) {
            manager.setSessionStore(new SeldomTouched<>(sessions.getObject(), clock.getObject()));
        }
        return bean;
    }

    private static final class SeldomTouched<S extends Session> extends SpringSessionWebSessionStore<S> {
        private final Clock clock;

        SeldomTouched(ReactiveSessionRepository<S> sessions, Clock clock) {
            super(sessions);
            this.clock = clock;
        }

        @Override
        public Mono<WebSession> updateLastAccessTime(WebSession session) {
            return session.getLastAccessTime().isAfter(clock.instant().minus(INTERVAL))
                    ? Mono.just(session)
                    : super.updateLastAccessTime(session);
        }
    }
}
