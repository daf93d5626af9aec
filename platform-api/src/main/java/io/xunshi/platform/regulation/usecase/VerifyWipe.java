package io.xunshi.platform.regulation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.RegulationProblem;
import io.xunshi.platform.regulation.WipeRecord;
import io.xunshi.platform.regulation.WipeRecord.Result;
import io.xunshi.platform.regulation.WipeRecord.Verification;
import io.xunshi.platform.regulation.domain.WipeCertificate;
import io.xunshi.platform.regulation.storage.DeviceRepository;
import io.xunshi.platform.regulation.storage.WipeRecordRepository;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * A consignment point looks at a device and says whether anything can still be read. GB 46864-2025 puts that on the
 * dealer and before the sale, so neither the seller nor the buyer can do it.
 */
@Component
public class VerifyWipe {
    private final DeviceRepository devices;
    private final WipeRecordRepository wipeRecords;
    private final Clock clock;

    VerifyWipe(DeviceRepository devices, WipeRecordRepository wipeRecords, Clock clock) {
        this.devices = devices;
        this.wipeRecords = wipeRecords;
        this.clock = clock;
    }

    /** Raises {@link RegulationProblem#WIPE_RECORD_NOT_FOUND}. */
    public Mono<Found> find(String typedCode) {
        return wipeRecords
                .findByCode(ShortCode.normalize(typedCode))
                .switchIfEmpty(Mono.error(RegulationProblem.WIPE_RECORD_NOT_FOUND::raise))
                .flatMap(record ->
                        devices.numbersOf(record.itemId()).collectList().map(numbers -> new Found(record, numbers)));
    }

    /**
     * Raises {@link RegulationProblem#OTHER_DEVICE} where the number ends otherwise, and
     * {@link RegulationProblem#WIPE_RECORD_DECIDED} where somebody was faster.
     *
     * @param numberTail the last characters of a number that stands on the device
     */
    @Transactional
    public Mono<Found> verify(AccountId verifier, String typedCode, Result result, String numberTail, String remark) {
        return find(typedCode)
                .delayUntil(found -> check(found, verifier, numberTail))
                .flatMap(found -> devices.indexesOf(found.record().itemId())
                        .collectList()
                        .flatMap(indexes -> decide(found, indexes, verifier, result, remark)));
    }

    private Mono<Found> decide(Found found, List<byte[]> indexes, AccountId verifier, Result result, String remark) {
        var now = clock.instant();
        var hash = WipeCertificate.hashOf(found.record(), indexes, result, verifier, now);
        return wipeRecords
                .verify(found.record().code(), new Verification(result, verifier, now, remark.strip(), hash))
                .switchIfEmpty(Mono.error(RegulationProblem.WIPE_RECORD_DECIDED::raise))
                .map(record -> new Found(record, found.numbers()));
    }

    private static Mono<Void> check(Found found, AccountId verifier, String numberTail) {
        if (found.record().owner().equals(verifier)) {
            return Mono.error(RegulationProblem.OWN_DEVICE.raise());
        }
        var tail = numberTail.strip().toUpperCase(Locale.ROOT);
        return found.numbers().stream().anyMatch(number -> number.tail().equals(tail))
                ? Mono.empty()
                : Mono.error(RegulationProblem.OTHER_DEVICE.raise());
    }

    /** A record with the numbers of its device. */
    public record Found(WipeRecord record, List<DeviceNumber> numbers) {
        public Found {
            numbers = List.copyOf(numbers);
        }
    }
}
