package io.xunshi.platform.order.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.order.Acquaintance;
import io.xunshi.platform.order.SwapCause;
import io.xunshi.platform.order.SwapEvents.SwapMoved;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapProblem;
import io.xunshi.platform.order.SwapState;
import io.xunshi.platform.order.domain.FeeRule;
import io.xunshi.platform.order.domain.Snapshots;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapRing;
import io.xunshi.platform.order.domain.SwapStep;
import io.xunshi.platform.order.domain.SwapTimer;
import io.xunshi.platform.order.storage.SwapRepository;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Proposes a swap: a ring that begins with a thing of one's own. The proposal binds who makes it until it is answered
 * or its time is over; nothing is held for it.
 */
@Component
public class ProposeSwap {
    private final SwapRepository swaps;
    private final MoveSwap moveSwap;
    private final SwapCodes codes;
    private final Listings listings;
    private final Acquaintance acquaintance;
    private final EventPublisher events;
    private final SwapSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    ProposeSwap(
            SwapRepository swaps,
            MoveSwap moveSwap,
            SwapCodes codes,
            Listings listings,
            Acquaintance acquaintance,
            EventPublisher events,
            SwapSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.swaps = swaps;
        this.moveSwap = moveSwap;
        this.codes = codes;
        this.listings = listings;
        this.acquaintance = acquaintance;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises {@link SwapProblem#BAD_RING}, {@link SwapProblem#NOT_OPEN}, {@link SwapProblem#BALANCE_TOO_HIGH},
     * {@link SwapProblem#NOT_WELCOME}, {@link SwapProblem#TOO_MANY_PROPOSALS}, {@link ListingProblem#NOT_FOUND} or
     * {@link ListingProblem#ONE_NOT_AVAILABLE}.
     *
     * @param things in the order of the ring, the proposer's own first
     */
    @Transactional
    public Mono<Swap> propose(AccountId person, List<Given> things, String note) {
        return propose(person, things, note, null, Set.of());
    }

    /**
     * Answers somebody's proposal between two with another one, which then binds the other way round. Raises what
     * {@link #propose} does, {@link SwapProblem#NOT_YOURS_TO_DO} and {@link SwapProblem#WRONG_STATE}.
     *
     * @param things between the same two people
     */
    @Transactional
    public Mono<Swap> counter(AccountId person, SwapId id, List<Given> things, String note) {
        return MoveSwap.visibleTo(person, swaps.lock(id))
                .filter(swap -> swap.state() == SwapState.PROPOSED)
                .switchIfEmpty(Mono.error(SwapProblem.WRONG_STATE::raise))
                .filter(swap -> isTheirsToCounter(person, swap))
                .switchIfEmpty(Mono.error(SwapProblem.NOT_YOURS_TO_DO::raise))
                .delayUntil(swap -> moveSwap.move(swap, SwapState.COUNTERED, SwapCause.PARTY_COUNTERED, person, null))
                .flatMap(swap -> propose(person, things, note, swap.id(), Set.copyOf(swap.listings()))
                        .filter(answer -> isBetweenTheSame(swap, answer))
                        .switchIfEmpty(Mono.error(SwapProblem.BAD_RING::raise)));
    }

    private Mono<Swap> propose(
            AccountId person, List<Given> things, String note, @Nullable SwapId answers, Set<ListingId> known) {
        return ringOf(person, things, known)
                .delayUntil(ring -> listings.checkAllFree(
                        things.stream().map(Given::listing).toList()))
                .delayUntil(ring -> checkWelcome(person, ring))
                .delayUntil(ring -> note.isBlank() ? Mono.empty() : acquaintance.checkMayWrite(person))
                .delayUntil(ring -> checkLimits(person, ring))
                .map(ring -> proposal(person, ring, note, answers))
                .delayUntil(swaps::add)
                .delayUntil(this::tell);
    }

    private Mono<SwapRing> ringOf(AccountId person, List<Given> things, Set<ListingId> known) {
        var wanted = things.stream().map(Given::listing).toList();
        var isRing = SwapRing.isRing(wanted)
                && SwapRing.isBalanced(things.stream().map(Given::pays).toList());
        return isRing
                ? viewsOf(wanted)
                        .delayUntil(found -> checkTheirs(person, found))
                        .delayUntil(found -> checkOpen(found.subList(1, found.size()), known))
                        .delayUntil(found -> checkBalances(found, things))
                        .map(found -> ring(person, found, things))
                : Mono.error(SwapProblem.BAD_RING.raise());
    }

    private Mono<List<ListingView>> viewsOf(List<ListingId> wanted) {
        return Flux.fromIterable(wanted)
                .concatMap(id -> listings.find(id).switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise)))
                .collectList();
    }

    private SwapRing ring(AccountId person, List<ListingView> found, List<Given> things) {
        return new SwapRing(IntStream.range(0, found.size())
                .mapToObj(place ->
                        party(person, found.get(place), things.get(place).pays()))
                .toList());
    }

    private SwapParty party(AccountId proposer, ListingView listing, Money pays) {
        return new SwapParty(
                ids.next(),
                listing.seller(),
                listing.id().value(),
                pays,
                pays.isNegative() ? FeeRule.SWAP.feeOf(pays.negated()) : Money.fen(0),
                FeeRule.SWAP.id(),
                Snapshots.of(listing, listing.price()),
                listing.seller().equals(proposer),
                false,
                false,
                codes.draw(),
                0,
                null);
    }

    private Swap proposal(AccountId person, SwapRing ring, String note, @Nullable SwapId answers) {
        var id = ids.next();
        var now = clock.instant();
        return new Swap(
                new SwapId(id),
                ShortCode.of('X', id),
                SwapState.PROPOSED,
                ring,
                person,
                note.strip(),
                answers,
                SwapTimer.CONSENT.endFor(now, false),
                now);
    }

    private Mono<Void> checkWelcome(AccountId person, SwapRing ring) {
        var others = ring.parties().stream()
                .map(SwapParty::person)
                .filter(other -> !other.equals(person))
                .collect(Collectors.toSet());
        return acquaintance
                .mayApproach(person, others)
                .filter(welcome -> welcome)
                .switchIfEmpty(Mono.error(SwapProblem.NOT_WELCOME::raise))
                .then();
    }

    /** What the proposer would get is what they ask for. */
    private Mono<Void> checkLimits(AccountId person, SwapRing ring) {
        var wanted = Swap.listing(ring.giverTo(ring.of(person).orElseThrow()));
        return swaps.countWaitingOf(person)
                .filter(waiting -> waiting < settings.waitingMax())
                .flatMap(waiting ->
                        swaps.countAsked(person, wanted, clock.instant().minus(settings.askedWithin())))
                .filter(asked -> asked < settings.askedMax())
                .switchIfEmpty(Mono.error(SwapProblem.TOO_MANY_PROPOSALS::raise))
                .then();
    }

    private Mono<Void> tell(Swap swap) {
        var by = swap.proposer();
        return swaps.addStep(
                        swap.id(), new SwapStep(swap.state(), swap.proposedAt(), SwapCause.SWAP_PROPOSED, by, null))
                .then(events.publish(new SwapMoved(
                        ids.next(), swap.proposedAt(), swap.facts(), swap.state(), SwapCause.SWAP_PROPOSED, by)));
    }

    private static Mono<Void> checkTheirs(AccountId person, List<ListingView> found) {
        var owners = found.stream().map(ListingView::seller).toList();
        return owners.getFirst().equals(person) && SwapRing.isRing(owners)
                ? Mono.empty()
                : Mono.error(SwapProblem.BAD_RING.raise());
    }

    /** Who proposed a thing of theirs has said that they would swap it. */
    private static Mono<Void> checkOpen(List<ListingView> asked, Set<ListingId> known) {
        return asked.stream()
                .filter(listing -> listing.swap() == null && !known.contains(listing.id()))
                .findFirst()
                .map(listing -> Mono.<Void>error(SwapProblem.NOT_OPEN.raise(listing.title())))
                .orElseGet(Mono::empty);
    }

    /** Who would pay more than the thing costs would better buy it, and nobody is to lose a zero here. */
    private static Mono<Void> checkBalances(List<ListingView> found, List<Given> things) {
        var count = found.size();
        var isAbove = IntStream.range(0, count)
                .anyMatch(place -> things.get(place)
                                .pays()
                                .compareTo(
                                        found.get((place + count - 1) % count).price())
                        > 0);
        return isAbove ? Mono.error(SwapProblem.BALANCE_TOO_HIGH.raise()) : Mono.empty();
    }

    private static boolean isTheirsToCounter(AccountId person, Swap swap) {
        return swap.ring().parties().size() == SwapRing.SMALLEST
                && !swap.partyOf(person).consented();
    }

    private static boolean isBetweenTheSame(Swap swap, Swap answer) {
        return answer.ring().parties().stream().allMatch(party -> swap.concerns(party.person()));
    }

    /**
     * A thing in the ring.
     *
     * @param pays what its owner pays on top; negative for who gets money
     */
    public record Given(ListingId listing, Money pays) {}
}
