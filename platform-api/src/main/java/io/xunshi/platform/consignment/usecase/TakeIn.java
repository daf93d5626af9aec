package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.Agreement.Consignor;
import io.xunshi.platform.consignment.domain.CommissionScheme;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.EndChoice;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.ItemTimer;
import io.xunshi.platform.consignment.domain.Markdown;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.PointRepository;
import io.xunshi.platform.consignment.storage.TimerRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.ManagedListings;
import io.xunshi.platform.listing.ManagedListings.NewOffer;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.Photos;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes things in (收件): one agreement for what is handed in at one time, and each thing on the shelf and on the market
 * at once. All of it happens, or nothing does.
 */
@Component
public class TakeIn {
    private static final Duration DAY = Duration.ofDays(1);

    /** A yuan: below, handling costs more than the thing. */
    private static final long MINIMUM_FEN = 100;

    private static final long APPRAISED_FEN_MAX = 1_000_000_000;

    private final Workplace workplace;
    private final FindPoints findPoints;
    private final PointRepository points;
    private final AgreementRepository agreements;
    private final ItemRepository items;
    private final TimerRepository timers;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Photos photos;
    private final ManagedListings listings;
    private final IdGenerator ids;
    private final Clock clock;

    TakeIn(
            Workplace workplace,
            FindPoints findPoints,
            PointRepository points,
            AgreementRepository agreements,
            ItemRepository items,
            TimerRepository timers,
            Accounts accounts,
            Catalog catalog,
            Photos photos,
            ManagedListings listings,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.findPoints = findPoints;
        this.points = points;
        this.agreements = agreements;
        this.items = items;
        this.timers = timers;
        this.accounts = accounts;
        this.catalog = catalog;
        this.photos = photos;
        this.listings = listings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Refuses with field faults of every thing as a listing's would be; raises
     * {@link ConsignmentProblem#NO_SUCH_CONSIGNOR} or {@link ConsignmentProblem#POINT_IS_FULL}.
     */
    @Transactional
    public Mono<Agreement> takeIn(AccountId operator, Intake intake) {
        var faults = faultsOf(intake);
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        return workplace
                .of(operator)
                .flatMap(point -> points.findForUpdate(point.id()))
                .delayUntil(point -> checkRoom(point, intake.things().size()))
                .flatMap(point -> findPoints
                        .schemeOf(point.id())
                        .switchIfEmpty(Mono.error(
                                () -> new IllegalStateException("Every point is opened with a scheme that holds")))
                        .flatMap(scheme -> consignorOf(intake)
                                .map(consignor -> agreement(operator, point, scheme, consignor, intake))
                                .delayUntil(agreements::add)
                                .delayUntil(
                                        agreement -> takeIn(new Desk(operator, point, scheme, agreement), intake))));
    }

    private Mono<Void> checkRoom(Point point, int more) {
        return items.countHere(point.id())
                .filter(here -> here + more > point.profile().capacity())
                .flatMap(here -> Mono.error(
                        ConsignmentProblem.POINT_IS_FULL.raise(point.profile().capacity(), here)));
    }

    private Mono<Consignor> consignorOf(Intake intake) {
        var contact = intake.contact();
        var name = intake.name();
        if (contact != null) {
            return accounts.findByContact(contact)
                    .<Consignor>map(account -> new Consignor.Known(account.id()))
                    .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_CONSIGNOR::raise));
        }
        return name == null
                ? Mono.error(ConsignmentProblem.CONSIGNOR_NOT_NAMED.raise())
                : Mono.just(new Consignor.OnPaper(name));
    }

    private Agreement agreement(
            AccountId operator, Point point, CommissionScheme scheme, Consignor consignor, Intake intake) {
        var id = ids.next();
        var now = clock.instant();
        return new Agreement(
                id,
                ShortCode.of('A', id),
                point.id(),
                consignor,
                scheme.version(),
                intake.markdowns(),
                intake.endChoice(),
                operator,
                now,
                now.plus(DAY.multipliedBy(intake.termDays())));
    }

    private Mono<Void> takeIn(Desk desk, Intake intake) {
        return Flux.range(0, intake.things().size())
                .concatMap(i -> takeIn(desk, intake.things().get(i))
                        .onErrorMap(ProblemException.class, refusal -> within("items[" + i + "].", refusal)))
                .then();
    }

    private Mono<Void> takeIn(Desk desk, Thing thing) {
        var point = desk.point();
        return photos.handOver(thing.photos(), desk.operator(), point.account())
                .then(Mono.defer(() -> listings.offer(point.account(), offer(point, thing))))
                .map(listing -> item(desk, thing, listing))
                .flatMap(item -> items.add(item, desk.agreement().signedAt())
                        .thenMany(Flux.fromIterable(timersOf(item, desk.agreement())))
                        .concatMap(timers::add)
                        .then());
    }

    /** What a buyer has to know about where it is stands in the text, so that it is part of what was promised. */
    private static NewOffer offer(Point point, Thing thing) {
        var profile = point.profile();
        return new NewOffer(
                thing.title(),
                "%s\n\n寄卖于“%s”（%s），可到店看货、自提。".formatted(thing.description(), profile.name(), profile.address()),
                thing.categoryCode(),
                thing.attributes(),
                thing.conditionCode(),
                thing.appraised(),
                profile.districtCode(),
                profile.place(),
                thing.photos(),
                thing.report());
    }

    private ConsignedItem item(Desk desk, Thing thing, ListingView listing) {
        var id = ids.next();
        var rate = catalog.category(listing.categoryCode())
                .map(desk.scheme()::perMilleOf)
                .orElse(desk.scheme().usualPerMille());
        return new ConsignedItem(
                id,
                ShortCode.of('T', id),
                desk.agreement().id(),
                desk.point().id(),
                listing.id().value(),
                listing.title(),
                listing.categoryCode(),
                listing.conditionCode(),
                thing.appraised(),
                thing.minimum(),
                rate,
                thing.shelf(),
                ItemState.ON_SALE,
                null,
                null,
                null);
    }

    /** Each step of the agreement, announced before where there is time for it. */
    private static List<ItemTimer> timersOf(ConsignedItem item, Agreement agreement) {
        var all = new ArrayList<ItemTimer>();
        for (var markdown : agreement.markdowns()) {
            var due = agreement.signedAt().plus(DAY.multipliedBy(markdown.afterDays()));
            if (due.isBefore(agreement.termEndsAt())) {
                announce(all, item, ItemTimer.Kind.ANNOUNCE_MARKDOWN, due, agreement);
                all.add(timer(item, all.size(), ItemTimer.Kind.MARKDOWN, due, markdown.percentOff()));
            }
        }
        announce(all, item, ItemTimer.Kind.ANNOUNCE_END, agreement.termEndsAt(), agreement);
        all.add(timer(item, all.size(), ItemTimer.Kind.END, agreement.termEndsAt(), null));
        return all;
    }

    private static void announce(
            List<ItemTimer> all, ConsignedItem item, ItemTimer.Kind kind, Instant due, Agreement agreement) {
        var before = due.minus(ItemTimer.AHEAD);
        if (before.isAfter(agreement.signedAt())) {
            all.add(timer(item, all.size(), kind, before, null));
        }
    }

    private static ItemTimer timer(
            ConsignedItem item, int before, ItemTimer.Kind kind, Instant due, @Nullable Integer percentOff) {
        return new ItemTimer(item.id(), before + 1, kind, due, percentOff);
    }

    private static List<FieldFault> faultsOf(Intake intake) {
        var faults = new ArrayList<FieldFault>();
        if (!Markdown.isSchedule(intake.markdowns())) {
            faults.add(new FieldFault("markdowns", "consignment.field.no-schedule"));
        }
        for (int i = 0; i < intake.things().size(); i++) {
            var thing = intake.things().get(i);
            if (!isPrice(thing.appraised())) {
                faults.add(new FieldFault("items[" + i + "].price", "consignment.field.price-range"));
            } else if (!isPrice(thing.minimum()) || thing.minimum().compareTo(thing.appraised()) > 0) {
                faults.add(new FieldFault("items[" + i + "].minimumPrice", "consignment.field.minimum-range"));
            }
        }
        return faults;
    }

    private static boolean isPrice(Money money) {
        return money.currency().equals(Money.CNY)
                && money.amount() >= MINIMUM_FEN
                && money.amount() <= APPRAISED_FEN_MAX;
    }

    /** A thing's faults, named as the caller named the thing. */
    private static Throwable within(String path, ProblemException refusal) {
        return refusal.extensions().get(FieldFault.EXTENSION) instanceof List<?> faults
                ? FieldFault.refuse(faults.stream()
                        .map(FieldFault.class::cast)
                        .map(fault -> new FieldFault(path + fault.field(), fault.rule()))
                        .toList())
                : refusal;
    }

    /** Who takes in, where, and under which agreement. */
    private record Desk(AccountId operator, Point point, CommissionScheme scheme, Agreement agreement) {}

    /**
     * What is handed in at one time.
     *
     * @param contact of an account; null for somebody without one
     * @param name of somebody without an account
     */
    public record Intake(
            @Nullable String contact,
            @Nullable String name,
            int termDays,
            List<Markdown> markdowns,
            EndChoice endChoice,
            List<Thing> things) {

        public Intake {
            markdowns = List.copyOf(markdowns);
            things = List.copyOf(things);
        }
    }

    /**
     * One thing.
     *
     * @param report what the point answers about its condition; null where it answers nothing
     */
    public record Thing(
            String title,
            String description,
            String categoryCode,
            Map<String, String> attributes,
            String conditionCode,
            Money appraised,
            Money minimum,
            List<PhotoId> photos,
            @Nullable ConditionReport report,
            String shelf) {

        public Thing {
            attributes = Map.copyOf(attributes);
            photos = List.copyOf(photos);
        }
    }
}
