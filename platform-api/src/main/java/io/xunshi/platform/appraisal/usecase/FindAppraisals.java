package io.xunshi.platform.appraisal.usecase;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.appraisal.domain.Appraisal;
import io.xunshi.platform.appraisal.domain.Certificate;
import io.xunshi.platform.appraisal.domain.ListingContent;
import io.xunshi.platform.appraisal.storage.AppraisalRepository;
import io.xunshi.platform.consignment.PointId;
import io.xunshi.platform.consignment.Points;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.AppraisalMark;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows certificates to everybody, and bookings to who made them. */
@Component
public class FindAppraisals {
    private final AppraisalRepository appraisals;
    private final Listings listings;
    private final Points points;
    private final Photos photos;
    private final Clock clock;

    FindAppraisals(AppraisalRepository appraisals, Listings listings, Points points, Photos photos, Clock clock) {
        this.appraisals = appraisals;
        this.listings = listings;
        this.points = points;
        this.photos = photos;
        this.clock = clock;
    }

    /** Raises {@link AppraisalProblem#NOT_FOUND} for a listing that is not public; what there is not is null. */
    public Mono<OfListing> ofListing(ListingId id, @Nullable AccountId reader) {
        return listings.find(id)
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise))
                .flatMap(listing -> markOf(listing, appraisals, today())
                        .map(mark -> new OfListing(mark, null, null))
                        .defaultIfEmpty(new OfListing(null, null, null))
                        .flatMap(found -> listing.seller().equals(reader) ? withBooking(found, id) : Mono.just(found)));
    }

    /** By the code that stands on it. Raises {@link AppraisalProblem#NOT_FOUND} for a mere booking too. */
    public Mono<Certified> byCode(String typedCode) {
        return appraisals
                .findByCode(ShortCode.normalize(typedCode))
                .filter(appraisal -> appraisal.certificate() != null)
                .flatMap(this::certified)
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise));
    }

    private Mono<Certified> certified(Appraisal appraisal) {
        var certificate = Objects.requireNonNull(appraisal.certificate());
        return listings.find(new ListingId(appraisal.listingId()))
                .flatMap(listing -> photos.find(certificate.finding().photos().stream()
                                .map(PhotoId::new)
                                .toList())
                        .collectList()
                        .map(pictures -> new Certified(
                                appraisal,
                                certificate,
                                listing,
                                pictures,
                                ListingContent.hashOf(listing).equals(certificate.contentHash()),
                                !today().isAfter(certificate.validUntil()))));
    }

    private Mono<OfListing> withBooking(OfListing found, ListingId id) {
        return appraisals
                .findBooked(id.value())
                .filter(booking -> booking.isOpen(today()))
                .flatMap(booking -> points.find(new PointId(booking.pointId()))
                        .map(point -> new OfListing(found.mark(), booking, point.name() + " · " + point.address())))
                .defaultIfEmpty(found);
    }

    /** Of the newest certificate that is valid on a day. */
    static Mono<AppraisalMark> markOf(ListingView listing, AppraisalRepository appraisals, LocalDate day) {
        return appraisals.findCertified(listing.id().value()).mapNotNull(appraisal -> {
            var certificate = appraisal.certificate();
            return certificate == null || day.isAfter(certificate.validUntil())
                    ? null
                    : new AppraisalMark(
                            appraisal.code(),
                            certificate.finding().conditionCode(),
                            certificate.finding().seal(),
                            certificate.sha256(),
                            certificate.validUntil(),
                            ListingContent.hashOf(listing).equals(certificate.contentHash()));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    /**
     * @param mark null without a valid certificate
     * @param booking the owner's, while it is open
     * @param place where the thing is brought
     */
    public record OfListing(
            @Nullable AppraisalMark mark,
            @Nullable Appraisal booking,
            @Nullable String place) {}

    /**
     * @param ofThisVersion whether the listing still says what was certified
     * @param isValid today
     */
    public record Certified(
            Appraisal appraisal,
            Certificate certificate,
            ListingView listing,
            List<PhotoView> pictures,
            boolean ofThisVersion,
            boolean isValid) {
        public Certified {
            pictures = List.copyOf(pictures);
        }
    }
}
