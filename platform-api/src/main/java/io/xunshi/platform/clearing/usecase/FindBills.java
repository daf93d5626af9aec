package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.ClearingProblem;
import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.clearing.storage.BillRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.Membership;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows members of either side what is owed and paid. */
@Component
public class FindBills {
    private final BillRepository bills;
    private final Organisations organisations;

    FindBills(BillRepository bills, Organisations organisations) {
        this.bills = bills;
        this.organisations = organisations;
    }

    /** The oldest first; none to others. */
    public Mono<List<Bill>> findOf(AccountId reader, DealId deal) {
        return bills.findOf(deal).filterWhen(bill -> isOfASide(reader, bill)).collectList();
    }

    /** Raises {@link ClearingProblem#BILL_NOT_FOUND}. */
    public Mono<Bill> find(AccountId reader, UUID id) {
        return bills.find(id)
                .filterWhen(bill -> isOfASide(reader, bill))
                .switchIfEmpty(Mono.error(ClearingProblem.BILL_NOT_FOUND::raise));
    }

    /** What an organisation owes or is owed, newest first. */
    public Mono<Page<Bill>> findOf(AccountId reader, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(reader, organisation, MemberRole.FINANCE, MemberRole.TRADER)
                .then(bills.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(
                        rows, limit, made -> new Cursor(made.at(), made.bill().id())))
                .map(page -> page.map(BillRepository.Made::bill));
    }

    private Mono<Boolean> isOfASide(AccountId reader, Bill bill) {
        return organisations
                .membershipsOf(reader)
                .map(Membership::organisation)
                .filter(id -> id.equals(bill.seller()) || id.equals(bill.buyer()))
                .hasElements();
    }
}
