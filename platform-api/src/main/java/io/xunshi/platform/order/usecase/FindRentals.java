package io.xunshi.platform.order.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.media.Photos;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.domain.ConditionRecord;
import io.xunshi.platform.order.domain.DamageClaim;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.domain.RentalExtension;
import io.xunshi.platform.order.domain.RentalStep;
import io.xunshi.platform.order.storage.ExtensionRepository;
import io.xunshi.platform.order.storage.RentalEvidenceRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows people what they rent and lend, and officers what waits for their decision. */
@Component
public class FindRentals {
    private final RentalRepository rentals;
    private final RentalEvidenceRepository evidence;
    private final ExtensionRepository extensions;
    private final Payments payments;
    private final Accounts accounts;
    private final Photos photos;

    FindRentals(
            RentalRepository rentals,
            RentalEvidenceRepository evidence,
            ExtensionRepository extensions,
            Payments payments,
            Accounts accounts,
            Photos photos) {
        this.rentals = rentals;
        this.evidence = evidence;
        this.extensions = extensions;
        this.payments = payments;
        this.accounts = accounts;
        this.photos = photos;
    }

    /**
     * Found by its own id, or by that of an extension, to which the payment provider sends people back. Raises
     * {@link io.xunshi.platform.order.RentalProblem#NOT_FOUND}, for a stranger's rental too.
     */
    public Mono<WholeRental> find(AccountId person, RentalId id) {
        return MoveRental.visibleTo(person, rentals.find(id).switchIfEmpty(Mono.defer(() -> ofExtension(id))))
                .flatMap(this::whole);
    }

    private Mono<Rental> ofExtension(RentalId id) {
        return extensions.find(id.value()).flatMap(extension -> rentals.find(extension.rentalId()));
    }

    /** Newest first. */
    public Mono<Page<WholeRental>> findOf(AccountId person, RentalSide side, @Nullable Cursor after, int limit) {
        return rentals.findOf(person, side, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows, limit, row -> new Cursor(row.placedAt(), row.id().value())))
                .flatMap(this::brief);
    }

    /** With everything that an officer needs to decide; the most urgent first. */
    public Mono<Page<WholeRental>> findContested(@Nullable Cursor after, int limit) {
        return rentals.findContested(after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(
                        rows,
                        limit,
                        row -> new Cursor(
                                Objects.requireNonNull(row.deadline()), row.id().value())))
                .flatMap(page -> Mono.just(page.items())
                        .flatMapIterable(items -> items)
                        .concatMap(this::whole)
                        .collectList()
                        .map(items -> new Page<>(items, page.nextCursor())));
    }

    /** A rental with everything that its page shows. */
    public Mono<WholeRental> whole(Rental rental) {
        return historyOf(rental)
                .flatMap(history ->
                        payments.findByOrder(rental.id().value()).flatMap(payment -> shown(rental, history, payment)));
    }

    private Mono<History> historyOf(Rental rental) {
        return rentals.stepsOf(rental.id())
                .collectList()
                .flatMap(steps -> evidence.conditionOf(rental.id())
                        .collectList()
                        .flatMap(condition -> historyOf(rental, steps, condition)));
    }

    private Mono<History> historyOf(Rental rental, List<RentalStep> steps, List<ConditionRecord> condition) {
        return claimOf(rental)
                .flatMap(
                        claim -> extensionOf(rental).map(extension -> new History(steps, condition, claim, extension)));
    }

    /** Empty where there never was one. */
    private Mono<Optional<ShownExtension>> extensionOf(Rental rental) {
        return extensions
                .findOf(rental.id())
                .next()
                .flatMap(extension -> payments.findByOrder(extension.id())
                        .map(payment -> new ShownExtension(extension, payment))
                        .defaultIfEmpty(new ShownExtension(extension, null)))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<DamageClaim>> claimOf(Rental rental) {
        return evidence.claimOf(rental.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<WholeRental> shown(Rental rental, History history, PaymentView payment) {
        var wanted = new ArrayList<>(cover(rental));
        history.condition().forEach(record -> wanted.addAll(record.photos()));
        history.claim().ifPresent(claim -> wanted.addAll(claim.photos()));
        return people(List.of(rental))
                .flatMap(people -> pictures(wanted)
                        .map(found -> new WholeRental(
                                rental,
                                history.steps(),
                                history.condition(),
                                history.claim().orElse(null),
                                history.extension().orElse(null),
                                payment,
                                people,
                                found)));
    }

    private Mono<Page<WholeRental>> brief(Page<Rental> page) {
        return people(page.items())
                .flatMap(people -> pictures(page.items().stream()
                                .flatMap(rental -> cover(rental).stream())
                                .toList())
                        .map(found -> page.map(rental ->
                                new WholeRental(rental, List.of(), List.of(), null, null, null, people, found))));
    }

    private Mono<Map<AccountId, AccountView>> people(List<Rental> several) {
        return accounts.findAll(several.stream()
                        .flatMap(rental -> Stream.of(rental.tenant(), rental.owner()))
                        .distinct()
                        .toList())
                .collectMap(AccountView::id);
    }

    private Mono<Map<PhotoId, PhotoView>> pictures(Collection<PhotoId> wanted) {
        return photos.find(wanted).collectMap(PhotoView::id);
    }

    private static List<PhotoId> cover(Rental rental) {
        return rental.snapshot().photoIds().stream().limit(1).map(PhotoId::new).toList();
    }

    /**
     * @param steps empty in lists
     * @param condition empty in lists
     * @param claim null where nothing is claimed, and in lists
     * @param extension the newest; null where there never was one, and in lists
     * @param payment null in lists
     */
    public record WholeRental(
            Rental rental,
            List<RentalStep> steps,
            List<ConditionRecord> condition,
            @Nullable DamageClaim claim,
            @Nullable ShownExtension extension,
            @Nullable PaymentView payment,
            Map<AccountId, AccountView> people,
            Map<PhotoId, PhotoView> pictures) {}

    /** @param payment null where nothing was to be paid yet */
    public record ShownExtension(
            RentalExtension extension, @Nullable PaymentView payment) {}

    private record History(
            List<RentalStep> steps,
            List<ConditionRecord> condition,
            Optional<DamageClaim> claim,
            Optional<ShownExtension> extension) {}
}
