package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.invoicing.domain.Invoice;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells those who look after money of invoices; the last thing that a transaction does. */
@Component
class TellOfInvoices {
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellOfInvoices(Organisations organisations, Notices notices, IdGenerator ids, Clock clock) {
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The buyer has an invoice to look at. */
    Mono<Void> issued(Invoice invoice) {
        return tell(invoice.buyer(), Kind.DEAL_INVOICED, invoice);
    }

    /** The seller has an invoice to put right. */
    Mono<Void> objected(Invoice invoice) {
        return tell(invoice.seller(), Kind.DEAL_INVOICE_OBJECTED, invoice);
    }

    /** The buyer must not set the old one off any more. */
    Mono<Void> reversed(Invoice invoice) {
        return tell(invoice.buyer(), Kind.DEAL_INVOICE_REVERSED, invoice);
    }

    private Mono<Void> tell(OrganisationId organisation, Kind kind, Invoice invoice) {
        var deal = invoice.deal().value();
        return organisations
                .membersOf(organisation, MemberRole.OWNER, MemberRole.FINANCE)
                .distinct()
                .map(person -> notice(person, invoice))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told -> notices.tell(told, kind, deal, ids.next(), clock.instant()));
    }

    private static Notice notice(AccountId person, Invoice invoice) {
        return new Notice(
                person,
                Map.of(
                        "title",
                        invoice.dealCode(),
                        "path",
                        "/deals/" + invoice.deal().value()));
    }
}
