package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.regulation.domain.DeviceFacts;
import io.xunshi.platform.regulation.domain.RuleSet;
import io.xunshi.platform.regulation.storage.DeviceRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds goods against the rules of the day, which begins at midnight in the city. */
@Component
public class JudgeGoods implements TradeRules {
    private final RuleSet rules;
    private final DeviceRepository devices;
    private final Clock clock;

    JudgeGoods(Catalog catalog, DeviceRepository devices, Clock clock) {
        rules = RuleFile.read(catalog);
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public Mono<Verdict> judge(GoodsFacts goods) {
        return factsOf(goods.itemId(), goods.seller(), goods.categoryCode())
                .map(device -> rules.judge(goods, device, today()));
    }

    @Override
    public Verdict judgeWish(GoodsFacts wish) {
        return rules.judgeWish(wish, today());
    }

    @Override
    public Optional<TradeRule> find(String reference) {
        return rules.find(reference);
    }

    /** Those that hold and those that are coming. */
    public List<TradeRule> published() {
        return rules.since(today());
    }

    boolean areDevicesIn(String category) {
        return rules.looksAtDevicesIn(category);
    }

    boolean holdDataIn(String category) {
        return rules.looksAtWipesIn(category);
    }

    Mono<Void> checkHandover(UUID itemId, AccountId owner, String category) {
        var thing = new GoodsFacts(itemId, owner, category, Map.of(), "", "");
        return factsOf(itemId, owner, category)
                .map(device -> rules.againstHandover(thing, device, today()))
                .filter(against -> !against.isEmpty())
                .flatMap(against -> Mono.error(TradeRules.refusal(against)));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private Mono<DeviceFacts> factsOf(UUID itemId, AccountId seller, String category) {
        return rules.looksAtDevicesIn(category) ? devices.factsOf(itemId, seller) : Mono.just(DeviceFacts.NONE);
    }
}
