package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Shift;
import io.xunshi.platform.consignment.domain.Shift.Closing;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Keeps the cash drawer (钱箱): opened by a count and closed by one. Between shifts the cash is in the point's keeping,
 * so what an opening count differs from the last closing one is the point's own money, put in or taken out; what a
 * closing count differs from the books is a difference that has to be explained.
 */
@Component
public class KeepTill {
    /** A million yuan: no drawer holds it. */
    static final long CASH_FEN_MAX = 100_000_000;

    private final Workplace workplace;
    private final TillRepository tills;
    private final ConsignmentMoney money;
    private final IdGenerator ids;
    private final Clock clock;

    KeepTill(Workplace workplace, TillRepository tills, ConsignmentMoney money, IdGenerator ids, Clock clock) {
        this.workplace = workplace;
        this.tills = tills;
        this.money = money;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link ConsignmentProblem#SHIFT_IS_OPEN} or {@link ConsignmentProblem#BAD_AMOUNT}. */
    @Transactional
    public Mono<Till> open(AccountId operator, Money counted) {
        return isCash(counted)
                ? workplace.of(operator).flatMap(point -> open(point, operator, counted))
                : Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
    }

    /**
     * The point's own money into the drawer, or out of it. Raises {@link ConsignmentProblem#NO_OPEN_SHIFT},
     * {@link ConsignmentProblem#DRAWER_HAS_TOO_LITTLE} or {@link ConsignmentProblem#BAD_AMOUNT}.
     *
     * @param kind {@link DrawerMovement.Kind#PUT_IN} or {@link DrawerMovement.Kind#TAKE_OUT}
     * @param amount positive
     */
    @Transactional
    public Mono<Till> moveOwn(AccountId operator, DrawerMovement.Kind kind, Money amount, String note) {
        var isOwn = kind == DrawerMovement.Kind.PUT_IN || kind == DrawerMovement.Kind.TAKE_OUT;
        if (!isOwn || !isCash(amount) || !amount.isPositive()) {
            return Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
        }
        var signed = kind == DrawerMovement.Kind.PUT_IN ? amount : amount.negated();
        var movement = new DrawerMovement(ids.next(), kind, signed, note, clock.instant());
        return workplace
                .of(operator)
                .flatMap(point -> openShift(point)
                        .delayUntil(shift -> checkEnough(shift, signed))
                        .delayUntil(shift -> tills.move(shift.id(), movement, operator))
                        .delayUntil(shift ->
                                money.moveOwnCash(movement.id(), point.id().value(), signed))
                        .then(Mono.defer(() -> tills.findOpen(point.id())))
                        .flatMap(this::withMovements));
    }

    /** Raises {@link ConsignmentProblem#NO_OPEN_SHIFT} or {@link ConsignmentProblem#DIFFERENCE_NOT_EXPLAINED}. */
    @Transactional
    public Mono<Till> close(AccountId operator, Money counted, String note) {
        if (!isCash(counted)) {
            return Mono.error(ConsignmentProblem.BAD_AMOUNT.raise());
        }
        var closing = new Closing(operator, clock.instant(), counted, note);
        return workplace
                .of(operator)
                .flatMap(this::openShift)
                .map(shift -> closed(shift, closing))
                .delayUntil(KeepTill::checkExplained)
                .delayUntil(shift -> tills.close(shift.id(), closing))
                .delayUntil(this::postDifference)
                .flatMap(this::withMovements);
    }

    /** The open shift; raises {@link ConsignmentProblem#NO_OPEN_SHIFT}. */
    public Mono<Till> current(AccountId operator) {
        return workplace
                .of(operator)
                .flatMap(point -> tills.findOpen(point.id()))
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise))
                .flatMap(this::withMovements);
    }

    /** Newest first. */
    public Mono<Page<Shift>> shifts(AccountId operator, @Nullable Cursor after, int limit) {
        return workplace
                .of(operator)
                .flatMap(point -> tills.findShifts(point.id(), after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, row -> new Cursor(row.openedAt(), row.id())));
    }

    private Mono<Till> open(Point point, AccountId operator, Money counted) {
        var shift = new Shift(ids.next(), point.id(), operator, clock.instant(), counted, counted, null);
        return tills.open(shift)
                .filter(opened -> opened)
                .switchIfEmpty(Mono.error(ConsignmentProblem.SHIFT_IS_OPEN::raise))
                .then(Mono.defer(() -> money.inDrawerOf(point.id().value())))
                .map(counted::minus)
                .filter(own -> own.amount() != 0)
                .flatMap(own -> money.moveOwnCash(shift.id(), point.id().value(), own))
                .thenReturn(new Till(shift, List.of()));
    }

    private Mono<Shift> openShift(Point point) {
        return tills.findOpenForUpdate(point.id()).switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise));
    }

    static Mono<Void> checkEnough(Shift shift, Money signed) {
        return shift.expected().plus(signed).isNegative()
                ? Mono.error(ConsignmentProblem.DRAWER_HAS_TOO_LITTLE.raise())
                : Mono.empty();
    }

    private static Mono<Void> checkExplained(Shift shift) {
        var closing = shift.closing();
        return shift.difference().amount() != 0
                        && closing != null
                        && closing.note().isBlank()
                ? Mono.error(ConsignmentProblem.DIFFERENCE_NOT_EXPLAINED.raise())
                : Mono.empty();
    }

    private Mono<Void> postDifference(Shift shift) {
        return shift.difference().amount() == 0
                ? Mono.empty()
                : money.postDifference(shift.id(), shift.point().value(), shift.difference());
    }

    private Mono<Till> withMovements(Shift shift) {
        return tills.movementsOf(shift.id()).collectList().map(movements -> new Till(shift, movements));
    }

    private static Shift closed(Shift shift, Closing closing) {
        return new Shift(
                shift.id(),
                shift.point(),
                shift.openedBy(),
                shift.openedAt(),
                shift.opening(),
                shift.expected(),
                closing);
    }

    private static boolean isCash(Money counted) {
        return counted.currency().equals(Money.CNY) && !counted.isNegative() && counted.amount() <= CASH_FEN_MAX;
    }

    /** A shift with what moved in it, oldest first. */
    public record Till(Shift shift, List<DrawerMovement> movements) {

        public Till {
            movements = List.copyOf(movements);
        }
    }
}
