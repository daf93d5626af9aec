package io.xunshi.platform.regulation.usecase;

import static io.xunshi.platform.kernel.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunshi.platform.Officials;
import io.xunshi.platform.PlatformTest;
import io.xunshi.platform.Visitor;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Role;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.Handset;
import io.xunshi.platform.regulation.RegulationProblem;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.regulation.storage.DeviceRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** GB 46864-2025 holds from the first instant of 2027 in the city; both sides of it, on what is really stored. */
@PlatformTest
class MidnightIT {
    private static final Instant MIDNIGHT = Instant.parse("2026-12-31T16:00:00Z");
    private static final Instant BEFORE = MIDNIGHT.minusNanos(1);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Catalog catalog;

    @Autowired
    private DeviceRepository devices;

    @Test
    void anUnverifiedDeviceIsOfferedAndHandedOverUntilMidnightAndNotAfter() {
        var seller = new Visitor(port).signUp("卖家");
        var phone = Handset.drafted(seller).numbered(Handset.newSerial());
        phone.wiped();
        var goods = goodsOf(phone);

        assertThat(rulesAt(BEFORE).judge(goods).block()).isInstanceOf(Verdict.Allowed.class);
        rulesAt(BEFORE)
                .checkHandover(goods.itemId(), goods.seller(), "mobile-phone")
                .block();

        assertThat(rulesAt(MIDNIGHT).judge(goods).block())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.rules())
                                .extracting(TradeRule::reference)
                                .containsExactly("data-wipe@2"));
        assertThatThrownBy(() -> rulesAt(MIDNIGHT)
                        .checkHandover(goods.itemId(), goods.seller(), "mobile-phone")
                        .block())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(RegulationProblem.REFUSED));
    }

    @Test
    void aVerifiedDeviceIsOfferedAndHandedOverOnBothSides() {
        var seller = new Visitor(port).signUp("卖家");
        var phone = Handset.drafted(seller).numbered("SN-MIDNIGHT-1");
        Officials.with(database, port, Role.POINT_OPERATOR)
                .post(
                        "/api/v1/wipe-records/" + phone.wiped() + "/verification",
                        Map.of("result", "PASSED", "numberTail", "HT-1"))
                .expectStatus()
                .isOk();
        var goods = goodsOf(phone);

        for (var now : new Instant[] {BEFORE, MIDNIGHT}) {
            assertThat(rulesAt(now).judge(goods).block()).isInstanceOf(Verdict.Allowed.class);
            rulesAt(now)
                    .checkHandover(goods.itemId(), goods.seller(), "mobile-phone")
                    .block();
        }
    }

    private JudgeGoods rulesAt(Instant now) {
        return new JudgeGoods(catalog, devices, Clock.fixed(now, ZoneOffset.UTC));
    }

    private GoodsFacts goodsOf(Handset phone) {
        return Objects.requireNonNull(database.sql("select item_id, seller from listing.listing where id = :id")
                .bind("id", UUID.fromString(phone.listing()))
                .map(row -> new GoodsFacts(
                        required(row, "item_id", UUID.class),
                        new AccountId(required(row, "seller", UUID.class)),
                        "mobile-phone",
                        Map.of(),
                        "手机",
                        ""))
                .one()
                .block());
    }
}
