package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.ConsignmentProblem;
import io.xunshi.platform.consignment.domain.Agreement;
import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.Point;
import io.xunshi.platform.consignment.domain.Settlement;
import io.xunshi.platform.consignment.domain.Settlement.Line;
import io.xunshi.platform.consignment.domain.Settlement.Way;
import io.xunshi.platform.consignment.domain.Shift;
import io.xunshi.platform.consignment.storage.AgreementRepository;
import io.xunshi.platform.consignment.storage.ItemRepository;
import io.xunshi.platform.consignment.storage.SettlementRepository;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.payment.ConsignmentMoney;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Pays consignors (结算): everything that is sold under an agreement and not paid yet, thing by thing, on one statement
 * that never changes.
 */
@Component
public class Settle {
    private final Workplace workplace;
    private final AgreementRepository agreements;
    private final ItemRepository items;
    private final SettlementRepository settlements;
    private final TillRepository tills;
    private final ConsignmentMoney money;
    private final IdGenerator ids;
    private final Clock clock;

    Settle(
            Workplace workplace,
            AgreementRepository agreements,
            ItemRepository items,
            SettlementRepository settlements,
            TillRepository tills,
            ConsignmentMoney money,
            IdGenerator ids,
            Clock clock) {
        this.workplace = workplace;
        this.agreements = agreements;
        this.items = items;
        this.settlements = settlements;
        this.tills = tills;
        this.money = money;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * In cash, to whoever brings the paper. Raises {@link ConsignmentProblem#PAPER_CODE_WRONG},
     * {@link ConsignmentProblem#NOTHING_TO_SETTLE}, {@link ConsignmentProblem#NO_OPEN_SHIFT} or
     * {@link ConsignmentProblem#DRAWER_HAS_TOO_LITTLE}.
     */
    @Transactional
    public Mono<Settlement> inCash(AccountId operator, String paperCode) {
        return workplace
                .of(operator)
                .flatMap(point -> agreements
                        .findByCode(ShortCode.normalize(paperCode))
                        .filter(agreement -> agreement.point().equals(point.id()))
                        .switchIfEmpty(Mono.error(ConsignmentProblem.PAPER_CODE_WRONG::raise))
                        .flatMap(agreement -> settle(agreement, Way.CASH, operator))
                        .delayUntil(settlement -> payOut(point, operator, settlement)));
    }

    /** To the consignor's balance, by themselves; raises {@link ConsignmentProblem#NOTHING_TO_SETTLE}. */
    @Transactional
    public Mono<Settlement> toBalance(AccountId consignor, UUID agreementId) {
        return agreements
                .findOf(consignor, agreementId)
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_SUCH_AGREEMENT::raise))
                .flatMap(agreement -> settle(agreement, Way.BALANCE, consignor))
                .delayUntil(
                        settlement -> money.payToBalance(settlement.id(), agreementId, consignor, settlement.amount()));
    }

    private Mono<Settlement> settle(Agreement agreement, Way way, AccountId by) {
        return items.findUnsettledForUpdate(agreement.id())
                .collectList()
                .filter(sold -> !sold.isEmpty())
                .switchIfEmpty(Mono.error(ConsignmentProblem.NOTHING_TO_SETTLE::raise))
                .flatMap(sold -> settle(agreement, way, by, sold));
    }

    private Mono<Settlement> settle(Agreement agreement, Way way, AccountId by, List<ConsignedItem> sold) {
        var id = ids.next();
        var settlement = new Settlement(
                id,
                ShortCode.of('S', id),
                agreement.id(),
                agreement.code(),
                agreement.point(),
                way,
                sold.stream().map(Settle::line).toList(),
                clock.instant());
        return settlements
                .add(settlement, by)
                .then(Mono.defer(
                        () -> items.settle(sold.stream().map(ConsignedItem::id).toList(), id)))
                .thenReturn(settlement);
    }

    private Mono<Shift> payOut(Point point, AccountId operator, Settlement settlement) {
        var out = settlement.amount().negated();
        var movement =
                new DrawerMovement(ids.next(), DrawerMovement.Kind.PAYOUT, out, settlement.number(), settlement.at());
        return tills.findOpenForUpdate(point.id())
                .switchIfEmpty(Mono.error(ConsignmentProblem.NO_OPEN_SHIFT::raise))
                .delayUntil(shift -> KeepTill.checkEnough(shift, out))
                .delayUntil(shift -> tills.move(shift.id(), movement, operator))
                .delayUntil(shift -> money.payInCash(
                        settlement.id(), point.id().value(), settlement.agreementId(), settlement.amount()));
    }

    private static Line line(ConsignedItem item) {
        var sale = Objects.requireNonNull(item.sale(), item.code());
        return new Line(item.code(), item.title(), sale.price(), sale.commission());
    }
}
