package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.regulation.DeviceNumber;
import reactor.core.publisher.Mono;

/** The list of devices that were reported as stolen (被盗抢名单). */
public interface StolenGoods {
    /** Fails where the list does not answer in time. */
    Mono<Boolean> isReported(DeviceNumber number);
}
