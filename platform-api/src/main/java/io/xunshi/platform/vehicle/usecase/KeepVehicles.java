package io.xunshi.platform.vehicle.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.Devices.Numbered;
import io.xunshi.platform.regulation.VehicleSign;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.MileageReading.Source;
import io.xunshi.platform.vehicle.VehicleKind;
import io.xunshi.platform.vehicle.VehiclePapers;
import io.xunshi.platform.vehicle.VehicleView;
import io.xunshi.platform.vehicle.Vehicles;
import io.xunshi.platform.vehicle.domain.MileageHistory;
import io.xunshi.platform.vehicle.domain.PaperRules;
import io.xunshi.platform.vehicle.domain.VinDecoding;
import io.xunshi.platform.vehicle.storage.StatementRepository;
import io.xunshi.platform.vehicle.storage.StatementRepository.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what is said of vehicles, for the modules that offer them. */
@Component
class KeepVehicles implements Vehicles {
    private final StatementRepository statements;
    private final Devices devices;
    private final Catalog catalog;
    private final Clock clock;

    KeepVehicles(StatementRepository statements, Devices devices, Catalog catalog, Clock clock) {
        this.statements = statements;
        this.devices = devices;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    public Optional<VehicleKind> kindOf(String categoryCode) {
        return Arrays.stream(VehicleKind.values())
                .filter(kind -> kind.category().equals(categoryCode))
                .findFirst();
    }

    @Override
    public Mono<VehicleView> find(UUID itemId, String categoryCode, Map<String, String> attributes) {
        return Mono.justOrEmpty(kindOf(categoryCode))
                .flatMap(kind -> numberOf(itemId)
                        .flatMap(number -> known(itemId)
                                .flatMap(known -> earlierReadings(itemId, known)
                                        .map(earlier -> view(kind, number, known, earlier, attributes)))));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> state(UUID itemId, AccountId owner, VehiclePapers papers, List<MileageReading> readings) {
        return known(itemId)
                .map(before -> faultsOf(papers, readings, before))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.<Void>error(FieldFault.refuse(faults)))
                .then(statements.replace(itemId, owner, papers, readings, clock.instant()));
    }

    @Override
    public Mono<Set<VehicleSign>> signsOf(UUID itemId, String categoryCode) {
        return Mono.justOrEmpty(kindOf(categoryCode))
                .flatMap(kind -> numberOf(itemId)
                        .flatMap(number -> known(itemId)
                                .map(known -> PaperRules.signsOf(kind, number.isPresent(), known.papers()))))
                .defaultIfEmpty(Set.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> offer(UUID itemId) {
        return statements.offer(itemId, clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> forget(UUID itemId) {
        return statements.forget(itemId);
    }

    private VehicleView view(
            VehicleKind kind,
            Optional<Numbered> number,
            Statement known,
            List<MileageReading> earlier,
            Map<String, String> attributes) {
        var decoded = number.map(Numbered::vin)
                .map(vin -> VinDecoding.decode(vin, attributes, catalog, today().getYear()))
                .orElse(null);
        return new VehicleView(
                kind,
                number.map(Numbered::masked).orElse(null),
                decoded,
                known.papers(),
                Stream.concat(known.readings().stream(), earlier.stream()).toList(),
                VinDecoding.discrepancies(decoded, attributes, known.readings(), earlier, catalog));
    }

    private List<FieldFault> faultsOf(VehiclePapers papers, List<MileageReading> readings, Statement before) {
        var shown = before.isOffered() ? before.readings() : List.<MileageReading>of();
        return Stream.concat(
                        PaperRules.faultsOf(papers, today()).stream(),
                        MileageHistory.faultsOf(readings, shown, today()).stream())
                .toList();
    }

    /** Of the same vehicle in other listings: what is in this one as well is told once. */
    private Mono<List<MileageReading>> earlierReadings(UUID itemId, Statement known) {
        return devices.twinsOf(itemId)
                .collectList()
                .flatMapMany(statements::offeredReadings)
                .filter(told -> known.readings().stream()
                        .noneMatch(own -> own.readOn().equals(told.readOn()) && own.km() == told.km()))
                .map(told -> new MileageReading(told.readOn(), told.km(), Source.PLATFORM))
                .distinct()
                .collectList();
    }

    private Mono<Optional<Numbered>> numberOf(UUID itemId) {
        return devices.find(itemId).map(device -> device.numbers().stream().findFirst());
    }

    private Mono<Statement> known(UUID itemId) {
        return statements.find(itemId).defaultIfEmpty(Statement.NONE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }
}
