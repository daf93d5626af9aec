package io.xunshi.platform.search;

import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformApplication;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.faults.Lines;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.PublishListing;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** News for the index waits in PostgreSQL while Redis, which carries it, is away. */
@SpringBootTest(classes = PlatformApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@WithServers({ServerKind.POSTGRES, ServerKind.REDIS, ServerKind.OBJECT_STORE, ServerKind.ELASTICSEARCH})
@ContextConfiguration(initializers = {OutsideWorld.class, Lines.Laid.class})
@Import(RunningIndexer.class)
class RedisOutageIT {
    @LocalServerPort
    private int port;

    @Autowired
    private PublishListing publishListing;

    @Autowired
    private Lines lines;

    @Test
    void whatHappensDuringAnOutageReachesTheIndexAfterwards() {
        var shop = new Shop(port);
        var seller = new AccountId(UUID.fromString(Visitor.json(shop.seller.get("/api/v1/session"))
                .at("/account/id")
                .asString()));
        var withdrawn = shop.offer("柚木摇椅");
        var comesBack = shop.offer("藤编屏风");
        shop.awaitFound(withdrawn, "柚木摇椅");
        shop.seller.post("/api/v1/listings/" + comesBack + "/withdrawal", Map.of());
        shop.awaitGone(comesBack, "藤编屏风");

        lines.redis().cut();
        publishListing.withdraw(seller, listing(withdrawn)).block();
        publishListing.publish(seller, listing(comesBack)).block();
        lines.redis().mend();

        shop.awaitFound(comesBack, "藤编屏风");
        shop.awaitGone(withdrawn, "柚木摇椅");
    }

    private static ListingId listing(String id) {
        return new ListingId(UUID.fromString(id));
    }
}
