package io.xunshi.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformApplication;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.faults.Lines;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.messaging.domain.LiveEvent.Kind;
import io.xunshi.platform.messaging.storage.LiveEventRepository;
import io.xunshi.platform.messaging.storage.LiveEventRepository.Addressed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Open pages while Redis is away: slower, and as complete as ever. */
@SpringBootTest(
        classes = PlatformApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xunshi.search.url=http://127.0.0.1:1",
            "xunshi.live.heartbeat=300ms",
            "xunshi.live.look-interval=1s",
            "xunshi.live.here-interval=500ms",
            "xunshi.live.silence-max=2s",
            "spring.data.redis.timeout=500ms"
        })
@WithServers({ServerKind.POSTGRES, ServerKind.REDIS, ServerKind.OBJECT_STORE})
@ContextConfiguration(initializers = {OutsideWorld.class, Lines.Laid.class})
class LiveWithoutRedisIT {
    @LocalServerPort
    private int port;

    @Autowired
    private LiveEventRepository events;

    @Autowired
    private Lines lines;

    @AfterEach
    void redisIsBack() {
        lines.redis().mend();
    }

    @Test
    void whatAnotherReplicaStoredIsHeardWithoutACall() {
        var person = new Visitor(port).signUp("等消息的人");
        var account = accountOf(person);
        try (var page = OpenPage.of(person)) {
            lines.redis().cut();
            var before = page.heartbeats();
            store(account);
            page.awaitEvents("ready", "notification");
            page.awaitHeartbeats((int) before + 3);
            assertThat(page.isOver()).isFalse();

            lines.redis().mend();
            store(account);
            page.awaitEvents("ready", "notification", "notification");
            assertThat(page.idsOf("notification")).containsExactly("1", "2");
        }
    }

    private void store(AccountId account) {
        events.add(List.of(new Addressed(account, Kind.NOTIFICATION, Map.of())), Instant.now())
                .block();
    }

    private static AccountId accountOf(Visitor person) {
        return new AccountId(UUID.fromString(
                Visitor.json(person.get("/api/v1/session")).at("/account/id").asString()));
    }
}
