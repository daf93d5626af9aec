package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.domain.WeighDevice;
import io.xunshi.platform.fulfilment.storage.WeighDeviceRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps an organisation's register of weighbridges and of their calibration certificates. */
@Component
public class KeepWeighDevices {
    private final WeighDeviceRepository devices;
    private final Organisations organisations;
    private final FulfilmentSettings settings;
    private final Clock clock;

    KeepWeighDevices(
            WeighDeviceRepository devices, Organisations organisations, FulfilmentSettings settings, Clock clock) {
        this.devices = devices;
        this.organisations = organisations;
        this.settings = settings;
        this.clock = clock;
    }

    /** By their ids, for members. */
    public Mono<List<WeighDevice>> findOf(AccountId reader, OrganisationId organisation) {
        return organisations
                .requireRole(reader, organisation, MemberRole.values())
                .then(devices.findOf(organisation).collectList());
    }

    /**
     * One more, or the new certificate of one that is there. Raises {@link FulfilmentProblem#TOO_MANY_DEVICES} and what
     * {@link Organisations#requireRole} does.
     */
    @Transactional
    public Mono<WeighDevice> save(AccountId person, OrganisationId organisation, WeighDevice device) {
        return organisations
                .requireRole(person, organisation, ActForSide.WEIGHS)
                .then(devices.findOf(organisation).collectList())
                .doOnNext(known -> checkRoom(known, device))
                .then(devices.save(organisation, device, person, clock.instant()))
                .thenReturn(device);
    }

    private void checkRoom(List<WeighDevice> known, WeighDevice device) {
        if (known.size() >= settings.devicesMax()
                && known.stream().noneMatch(one -> one.id().equals(device.id()))) {
            throw FulfilmentProblem.TOO_MANY_DEVICES.raise(settings.devicesMax());
        }
    }
}
