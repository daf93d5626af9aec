package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.domain.Deposit;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.storage.AuctionRepository;
import io.xunshi.platform.auction.storage.DepositRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.payment.PaymentPurpose;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.payment.Payments;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Gives a bidder a paddle number and has them pay the deposit. Nobody is asked for money who could not bid anyway.
 * Tried again it is the same deposit.
 */
@Component
public class PayDeposit {
    private final AuctionRepository sales;
    private final DepositRepository deposits;
    private final Admission admission;
    private final Organisations organisations;
    private final Payments payments;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    PayDeposit(
            AuctionRepository sales,
            DepositRepository deposits,
            Admission admission,
            Organisations organisations,
            Payments payments,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.sales = sales;
        this.deposits = deposits;
        this.admission = admission;
        this.organisations = organisations;
        this.payments = payments;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises {@link AuctionProblem#NOT_OPEN} once it is too late, and what {@link Admission} raises. */
    public Mono<PaidDeposit> pay(AccountId person, AuctionId id, OrganisationId bidder) {
        return organisations
                .requireRole(person, bidder, MemberRole.TRADER, MemberRole.FINANCE)
                .then(sales.find(id))
                .filter(Sale::isPublic)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_FOUND::raise))
                .delayUntil(sale -> admission.require(sale, bidder))
                .then(request(person, id, bidder).as(transaction::transactional))
                .flatMap(this::withPayUrl);
    }

    private Mono<Deposit> request(AccountId person, AuctionId id, OrganisationId bidder) {
        return sales.lock(id)
                .filter(Sale::takesDeposits)
                .switchIfEmpty(Mono.error(AuctionProblem.NOT_OPEN::raise))
                .flatMap(sale -> deposits.find(id, bidder).switchIfEmpty(Mono.defer(() -> add(person, sale, bidder))));
    }

    private Mono<Deposit> add(AccountId person, Sale sale, OrganisationId bidder) {
        return deposits.add(ids.next(), sale.id(), bidder, sale.deposit(), person, clock.instant())
                .delayUntil(deposit -> payments.request(
                        deposit.id(),
                        PaymentPurpose.BID_DEPOSIT,
                        person,
                        deposit.amount(),
                        "循市竞价保证金 " + sale.code() + " " + sale.lot().title()));
    }

    /** A provider that does not answer leaves the deposit standing, and paying can be tried again. */
    private Mono<PaidDeposit> withPayUrl(Deposit deposit) {
        return payments.findByOrder(deposit.id())
                .flatMap(payment -> payments.start(payment.id()).onErrorReturn(payment))
                .map(payment -> PaidDeposit.of(deposit, payment));
    }

    /** @param payUrl where it is paid; null until the provider has answered */
    public record PaidDeposit(Deposit deposit, @Nullable String payUrl) {

        static PaidDeposit of(Deposit deposit, PaymentView payment) {
            return new PaidDeposit(deposit, payment.payUrl());
        }
    }
}
