package io.xunshi.platform.shipping.provider;

import io.xunshi.platform.shipping.ShippingProblem;
import io.xunshi.platform.shipping.TrackingEvent;
import io.xunshi.platform.shipping.domain.CarrierParcel;
import io.xunshi.platform.shipping.domain.PostalAddress;
import io.xunshi.platform.shipping.domain.Shipment;
import io.xunshi.platform.shipping.usecase.Carrier;
import io.xunshi.platform.shipping.usecase.ShippingSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The carrier's API: JSON over HTTP, a key in the header. A request that failed in transit is repeated; the reference
 * makes the repetition harmless. Nothing of what is sent gets into our log.
 */
@Component
class HttpCarrier implements Carrier {
    private static final Logger log = LoggerFactory.getLogger(HttpCarrier.class);
    private static final int RETRIES = 2;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final String PARCEL = "/carrier/parcels/{reference}";

    private final WebClient http;
    private final ShippingSettings settings;

    HttpCarrier(WebClient.Builder clients, ShippingSettings settings) {
        this.settings = settings;
        http = clients.baseUrl(settings.carrierUrl().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.carrierKey())
                .build();
    }

    @Override
    public Mono<CarrierParcel> book(Shipment shipment) {
        return guarded(http.post()
                .uri("/carrier/parcels")
                .header("Idempotency-Key", shipment.id().toString())
                .bodyValue(new Booking(
                        shipment.id(), shipment.weightGrams(), Party.of(shipment.from()), Party.of(shipment.to())))
                .retrieve()
                .bodyToMono(ParcelAnswer.class));
    }

    @Override
    public Mono<CarrierParcel> find(UUID reference) {
        return guarded(http.get().uri(PARCEL, reference).retrieve().bodyToMono(ParcelAnswer.class));
    }

    @Override
    public Mono<CarrierParcel> cancel(UUID reference) {
        return guarded(
                http.post().uri(PARCEL + "/cancellation", reference).retrieve().bodyToMono(ParcelAnswer.class));
    }

    private Mono<CarrierParcel> guarded(Mono<ParcelAnswer> request) {
        return request.timeout(settings.carrierTimeout())
                .retryWhen(Retry.backoff(RETRIES, RETRY_PAUSE).filter(HttpCarrier::isTransient))
                .timeout(settings.carrierPatience())
                .onErrorResume(WebClientResponseException.NotFound.class, unknown -> Mono.empty())
                .map(ParcelAnswer::parcel)
                .onErrorMap(error -> {
                    log.warn("The carrier failed: {}", error.toString());
                    return ShippingProblem.CARRIER_UNAVAILABLE.raise();
                });
    }

    private static boolean isTransient(Throwable error) {
        return !(error instanceof WebClientResponseException answered)
                || answered.getStatusCode().is5xxServerError()
                || answered.getStatusCode().value() == 429;
    }

    private record Booking(UUID reference, int weightGrams, Party sender, Party receiver) {}

    private record Party(String name, String phone, String province, String city, String street) {

        static Party of(@Nullable PostalAddress address) {
            if (address == null) {
                throw new IllegalStateException("A parcel is booked from somebody to somebody");
            }
            return new Party(address.name(), address.phone(), address.province(), address.city(), address.street());
        }
    }

    private record ParcelAnswer(
            String reference,
            String waybill,
            String sortingCode,
            String from,
            String to,
            int weightGrams,
            CarrierParcel.Status status,
            boolean isDamaged,
            List<TrackingEvent> events) {

        CarrierParcel parcel() {
            return new CarrierParcel(waybill, sortingCode, status, isDamaged, events);
        }
    }
}
