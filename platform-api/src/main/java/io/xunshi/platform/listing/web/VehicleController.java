package io.xunshi.platform.listing.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.usecase.DescribeVehicle;
import io.xunshi.platform.vehicle.MileageReading;
import io.xunshi.platform.vehicle.VehiclePapers;
import io.xunshi.platform.vehicle.VehicleView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Number, papers and mileage of a vehicle on offer. Everybody reads them, the number masked; its owner writes them. */
@RestController
@RequestMapping("/api/v1/listings/{id}/vehicle")
class VehicleController {
    private final DescribeVehicle describeVehicle;

    VehicleController(DescribeVehicle describeVehicle) {
        this.describeVehicle = describeVehicle;
    }

    @GetMapping
    @Access(Caller.PUBLIC)
    Mono<VehicleView> read(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return describeVehicle.find(new ListingId(id), who == null ? null : who.id());
    }

    /** In place of what was said before; while the listing is not public. */
    @PutMapping
    @Access(Caller.RESIDENT)
    Mono<VehicleView> state(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody StatementRequest request) {
        return describeVehicle.state(
                who.id(), new ListingId(id), request.number(), request.papers().stated(), request.stated());
    }

    /**
     * @param number 车辆识别代号, or 整车编码 of an electric bicycle; null to leave the one entered before
     * @param readings all of them
     */
    record StatementRequest(
            @Nullable @Size(max = 60) String number,
            @NotNull @Valid StatedPapers papers,
            @NotNull @Size(max = 60) List<@NotNull @Valid Reading> readings) {

        List<MileageReading> stated() {
            return readings.stream()
                    .map(reading -> new MileageReading(reading.readOn(), reading.km(), reading.source()))
                    .toList();
        }
    }

    record Reading(@NotNull LocalDate readOn, long km, MileageReading.@NotNull Source source) {}

    record StatedPapers(
            boolean registrationCertificate,
            boolean vehicleLicence,
            boolean purchaseInvoice,
            @Nullable LocalDate inspectionUntil,
            @Nullable LocalDate insuranceUntil,
            @Nullable @Size(max = 10) String plateRegion,
            @Nullable Integer previousOwners,
            boolean mortgaged,
            boolean scrapped) {

        VehiclePapers stated() {
            return new VehiclePapers(
                    registrationCertificate,
                    vehicleLicence,
                    purchaseInvoice,
                    inspectionUntil,
                    insuranceUntil,
                    plateRegion == null || plateRegion.isBlank() ? null : plateRegion.strip(),
                    previousOwners,
                    mortgaged,
                    scrapped);
        }
    }
}
