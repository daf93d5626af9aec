package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.RegulationProblem;
import io.xunshi.platform.regulation.VinMarks;
import io.xunshi.platform.regulation.WipeDeclaration;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.domain.DeviceNumbers;
import io.xunshi.platform.regulation.domain.WipeStandard;
import io.xunshi.platform.regulation.storage.DeviceRepository;
import io.xunshi.platform.regulation.storage.WipeRecordRepository;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what must be known of devices, for the modules that offer them. */
@Component
class KeepDevices implements Devices {
    private static final Logger log = LoggerFactory.getLogger(KeepDevices.class);

    private final DeviceRepository devices;
    private final WipeRecordRepository wipeRecords;
    private final JudgeGoods judgeGoods;
    private final StolenGoods stolenGoods;
    private final IdGenerator ids;
    private final Clock clock;

    KeepDevices(
            DeviceRepository devices,
            WipeRecordRepository wipeRecords,
            JudgeGoods judgeGoods,
            StolenGoods stolenGoods,
            IdGenerator ids,
            Clock clock) {
        this.devices = devices;
        this.wipeRecords = wipeRecords;
        this.judgeGoods = judgeGoods;
        this.stolenGoods = stolenGoods;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean areIn(String categoryCode) {
        return judgeGoods.areDevicesIn(categoryCode);
    }

    @Override
    public boolean holdDataIn(String categoryCode) {
        return judgeGoods.holdDataIn(categoryCode);
    }

    @Override
    public Flux<UUID> twinsOf(UUID itemId) {
        return devices.twinsOf(itemId);
    }

    @Override
    public Mono<Device> find(UUID itemId) {
        return devices.numbersOf(itemId)
                .map(KeepDevices::numbered)
                .collectList()
                .flatMap(numbers -> wipeRecords
                        .find(itemId)
                        .map(record -> new Device(numbers, record))
                        .defaultIfEmpty(new Device(numbers, null)));
    }

    @Override
    public Mono<List<CheckedNumber>> check(List<DeviceNumber> typed) {
        var numbers = typed.stream().map(DeviceNumbers::written).toList();
        var faults = DeviceNumbers.faultsOf(numbers);
        return faults.isEmpty()
                ? Flux.fromIterable(numbers).concatMap(this::check).collectList()
                : Mono.error(FieldFault.refuse(faults));
    }

    @Override
    public Mono<CheckedNumber> check(DeviceNumber typed, String field) {
        var number = DeviceNumbers.written(typed);
        return DeviceNumbers.faultOf(number, field)
                .map(fault -> Mono.<CheckedNumber>error(FieldFault.refuse(List.of(fault))))
                .orElseGet(() -> check(number));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> enter(UUID itemId, AccountId owner, List<CheckedNumber> numbers) {
        return devices.isEntered(itemId, numbers)
                .flatMap(same -> same ? Mono.empty() : wipeRecords.supersede(itemId, clock.instant()))
                .then(devices.replace(itemId, owner, numbers, clock.instant()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> declareWiped(UUID itemId, AccountId owner, WipeDeclaration declaration) {
        var faults = WipeStandard.faultsOf(declaration, judgeGoods.today());
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        return devices.numbersOf(itemId)
                .hasElements()
                .filter(named -> named)
                .switchIfEmpty(Mono.error(RegulationProblem.NUMBER_MISSING::raise))
                .then(checkNotVerified(itemId))
                .then(Mono.defer(() -> wipeRecords.supersede(itemId, clock.instant())))
                .then(Mono.defer(() -> wipeRecords.add(record(itemId, owner, declaration))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> offer(UUID itemId, AccountId owner) {
        return devices.offer(itemId, owner, clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> takeBack(UUID itemId) {
        return devices.takeBack(itemId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> forget(UUID itemId) {
        return devices.forget(itemId).then(wipeRecords.forget(itemId));
    }

    @Override
    public Mono<Void> checkHandover(UUID itemId, AccountId owner, String categoryCode) {
        return judgeGoods.checkHandover(itemId, owner, categoryCode);
    }

    private static Numbered numbered(DeviceNumber number) {
        var vin = number.kind() == DeviceNumber.Kind.VIN ? VinMarks.of(number.number()) : null;
        return new Numbered(number.kind(), number.masked(), vin);
    }

    private Mono<CheckedNumber> check(DeviceNumber number) {
        return stolenGoods
                .isReported(number)
                .map(reported -> reported ? StolenCheck.REPORTED : StolenCheck.CLEAR)
                .onErrorResume(error -> {
                    log.warn("The list of stolen devices does not answer: {}", error.toString());
                    return Mono.just(StolenCheck.UNANSWERED);
                })
                .map(answer -> new CheckedNumber(number, answer));
    }

    private Mono<Void> checkNotVerified(UUID itemId) {
        return wipeRecords
                .find(itemId)
                .filter(WipeRecord::isVerified)
                .flatMap(record -> Mono.error(RegulationProblem.WIPE_RECORD_DECIDED.raise()));
    }

    private WipeRecord record(UUID itemId, AccountId owner, WipeDeclaration declaration) {
        return new WipeRecord(ShortCode.of('W', ids.next()), itemId, owner, declaration, clock.instant(), null);
    }
}
