package io.xunshi.platform.appraisal.usecase;

import io.xunshi.platform.appraisal.AppraisalProblem;
import io.xunshi.platform.appraisal.domain.Appraisal;
import io.xunshi.platform.appraisal.domain.Certificate;
import io.xunshi.platform.appraisal.domain.Certificate.Finding;
import io.xunshi.platform.appraisal.domain.FindingRules;
import io.xunshi.platform.appraisal.domain.Licence;
import io.xunshi.platform.appraisal.domain.ListingContent;
import io.xunshi.platform.appraisal.storage.AppraisalRepository;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.catalog.Checklist;
import io.xunshi.platform.consignment.Points;
import io.xunshi.platform.consignment.Points.PointFacts;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.regulation.DeviceNumber;
import io.xunshi.platform.regulation.Devices;
import io.xunshi.platform.regulation.Devices.Numbered;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The counter at which a licensed appraiser looks at a thing that is on offer. */
@Component
public class AppraiseThing {
    /** What a thing is worth and how it looks changes. */
    private static final int VALID_MONTHS = 6;

    private final AppraisalRepository appraisals;
    private final KeepLicences licences;
    private final Listings listings;
    private final Points points;
    private final Devices devices;
    private final Photos photos;
    private final Catalog catalog;
    private final FindingRules rules;
    private final Clock clock;

    AppraiseThing(
            AppraisalRepository appraisals,
            KeepLicences licences,
            Listings listings,
            Points points,
            Devices devices,
            Photos photos,
            Catalog catalog,
            Clock clock) {
        this.appraisals = appraisals;
        this.licences = licences;
        this.listings = listings;
        this.points = points;
        this.devices = devices;
        this.photos = photos;
        this.catalog = catalog;
        rules = new FindingRules(catalog);
        this.clock = clock;
    }

    /** What is brought to the operator's point, the next first. */
    public Flux<OnDesk> booked(AccountId operator) {
        return points.ofOperator(operator)
                .flatMapMany(point -> appraisals.bookedAt(point.id(), Appraisal.oldestOpenDay(today())))
                .concatMap(this::onDesk);
    }

    /** Raises {@link AppraisalProblem#NOT_FOUND}, for what was booked at another point too. */
    public Mono<OnDesk> find(AccountId operator, String typedCode) {
        return points.ofOperator(operator)
                .flatMap(point -> appraisals
                        .findByCode(ShortCode.normalize(typedCode))
                        .filter(appraisal -> appraisal.pointId().equals(point.id())))
                .switchIfEmpty(Mono.error(AppraisalProblem.NOT_FOUND::raise))
                .flatMap(this::onDesk);
    }

    /**
     * Raises {@link AppraisalProblem}s: where the appraiser is not independent, licensed for such goods today, or has
     * another thing in hand; and field faults.
     *
     * @param numberTail the last characters of the number on the thing; empty for things without one
     */
    @Transactional
    public Mono<Appraisal> certify(AccountId operator, String typedCode, Finding finding, String numberTail) {
        return points.ofOperator(operator)
                .flatMap(point -> certificate(point, operator, typedCode, finding, numberTail))
                .delayUntil(signed -> photos.keep(idsOf(finding), operator))
                .flatMap(signed -> appraisals.certify(signed.id(), signed.certificate()))
                .switchIfEmpty(Mono.error(AppraisalProblem.MOVED_ON::raise));
    }

    private Mono<Signed> certificate(
            PointFacts point, AccountId operator, String typedCode, Finding finding, String numberTail) {
        return find(operator, typedCode)
                .delayUntil(desk -> checkIndependent(desk.listing(), point, operator))
                .delayUntil(this::checkOpen)
                .flatMap(desk -> licences.licensed(operator, categoryOf(desk.listing()), today())
                        .delayUntil(licence -> checkThing(desk, numberTail))
                        .delayUntil(licence -> checkFinding(desk.listing(), finding, operator))
                        .map(licence -> certificate(desk, point, licence, finding)));
    }

    private Mono<OnDesk> onDesk(Appraisal appraisal) {
        return listings.find(new ListingId(appraisal.listingId()))
                .flatMap(listing ->
                        devices.find(listing.itemId()).map(device -> new OnDesk(appraisal, listing, device.numbers())));
    }

    /** Neither their own thing nor one that their point sells for somebody. */
    private static Mono<Void> checkIndependent(ListingView listing, PointFacts point, AccountId operator) {
        return listing.seller().equals(operator) || listing.seller().equals(point.account())
                ? Mono.error(AppraisalProblem.NOT_INDEPENDENT.raise())
                : Mono.empty();
    }

    private Mono<Void> checkOpen(OnDesk desk) {
        var state = desk.listing().state();
        return desk.appraisal().isOpen(today()) && (state == ListingState.PUBLISHED || state == ListingState.RESERVED)
                ? Mono.empty()
                : Mono.error(AppraisalProblem.MOVED_ON.raise());
    }

    private static Mono<Void> checkThing(OnDesk desk, String numberTail) {
        var tail = numberTail.strip().toUpperCase(Locale.ROOT);
        return desk.numbers().isEmpty()
                        || desk.numbers().stream()
                                .anyMatch(number -> tailOf(number).equals(tail))
                ? Mono.empty()
                : Mono.error(AppraisalProblem.OTHER_THING.raise());
    }

    private Mono<Void> checkFinding(ListingView listing, Finding finding, AccountId operator) {
        return photos.findOwn(idsOf(finding), operator)
                .count()
                .map(ready -> rules.faultsOf(finding, listing.categoryCode(), ready.intValue()))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.error(FieldFault.refuse(faults)));
    }

    private Signed certificate(OnDesk desk, PointFacts point, Licence licence, Finding finding) {
        var listing = desk.listing();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var until = today().plusMonths(VALID_MONTHS);
        var certificate = new Certificate(
                licence.account(),
                licence.number(),
                point.code(),
                point.name(),
                listing.categoryCode(),
                inWordsOfToday(finding, listing),
                desk.numbers().stream().findFirst().map(AppraiseThing::tailOf).orElse(null),
                ListingContent.hashOf(listing),
                now,
                until,
                "");
        return new Signed(
                desk.appraisal().id(), certificate.hashed(desk.appraisal().code(), listing.code()));
    }

    /** The checklist is the one that is asked today, whatever the seller's answers are in. */
    private Finding inWordsOfToday(Finding finding, ListingView listing) {
        var asked = catalog.checklistFor(listing.categoryCode());
        return new Finding(
                finding.conditionCode(),
                asked.map(Checklist::code).orElse(null),
                asked.map(Checklist::edition).orElse(null),
                asked.isPresent() ? finding.answers() : Map.of(),
                finding.seal(),
                finding.photos(),
                finding.lowFen(),
                finding.highFen(),
                finding.remark());
    }

    private Category categoryOf(ListingView listing) {
        return catalog.category(listing.categoryCode())
                .orElseThrow(() -> new IllegalStateException("Published in no category: " + listing.code()));
    }

    private static List<PhotoId> idsOf(Finding finding) {
        return finding.photos().stream().map(PhotoId::new).toList();
    }

    private static String tailOf(Numbered number) {
        return number.masked().substring(number.masked().length() - DeviceNumber.TAIL_LENGTH);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    private record Signed(UUID id, Certificate certificate) {}

    /** A booking with the thing that is brought. */
    public record OnDesk(Appraisal appraisal, ListingView listing, List<Numbered> numbers) {
        public OnDesk {
            numbers = List.copyOf(numbers);
        }

        /** Whether a number has to be compared. */
        public boolean isNumbered() {
            return !numbers.isEmpty();
        }
    }
}
