package io.xunshi.platform.identity.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.IdentityEvents.NewDeviceUsed;
import io.xunshi.platform.identity.storage.KnownDeviceRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Notices when somebody signs in with a browser that the account was never used with. */
@Component
public class WatchDevices {
    private final KnownDeviceRepository devices;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;
    private final MeterRegistry meters;

    WatchDevices(
            KnownDeviceRepository devices, EventPublisher events, IdGenerator ids, Clock clock, MeterRegistry meters) {
        this.devices = devices;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * The first device of an account is no news: somebody has just signed up with it.
     *
     * @param token what the browser is known by
     * @param device in words
     */
    @Transactional
    public Mono<Void> signedIn(AccountId account, String token, String device) {
        var now = clock.instant();
        return devices.isNewAmongOthers(account, token, device, now)
                .filter(isNew -> isNew)
                .doOnNext(isNew -> meters.counter("xunshi.identity.new-devices").increment())
                .flatMap(isNew -> events.publish(new NewDeviceUsed(ids.next(), now, account.value(), device)));
    }
}
