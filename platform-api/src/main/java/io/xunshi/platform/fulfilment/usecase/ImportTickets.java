package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.domain.ScaleTicket.Source;
import io.xunshi.platform.fulfilment.domain.TicketFile;
import io.xunshi.platform.fulfilment.usecase.ActForSide.Acting;
import io.xunshi.platform.fulfilment.usecase.TakeTicket.NewTicket;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.pricing.Side;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes all tickets of a file, or none of them; tickets that are there already stay as they are. */
@Component
public class ImportTickets {
    private final ActForSide actForSide;
    private final TakeTicket takeTicket;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;

    ImportTickets(
            ActForSide actForSide,
            TakeTicket takeTicket,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery) {
        this.actForSide = actForSide;
        this.takeTicket = takeTicket;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
    }

    /** Of a side's own scale. Raises field faults that name the row. */
    @Transactional
    public Mono<Performed> importFile(AccountId person, DealId deal, OrganisationId organisation, String csv) {
        var file = TicketFile.read(csv);
        return actForSide
                .as(person, deal, organisation, ActForSide.WEIGHS)
                .delayUntil(acting -> refuse(file.faults().stream()
                        .map(fault -> new FieldFault(fault.place(), "fulfilment.field." + fault.rule()))
                        .toList()))
                .flatMap(acting -> takeAll(person, organisation, acting, file.rows()))
                .flatMap(taken ->
                        refuse(taken.faults()).thenReturn(taken.acting().performed()))
                .flatMap(moveFulfilment::afterWeighing)
                .delayUntil(tellOfDelivery::moved);
    }

    private Mono<Taken> takeAll(
            AccountId person, OrganisationId organisation, Acting acting, List<TicketFile.Row> rows) {
        return Flux.fromIterable(rows)
                .reduce(
                        Mono.just(new Taken(acting, List.of())),
                        (before, row) -> before.flatMap(taken -> take(person, organisation, taken, row)))
                .flatMap(last -> last);
    }

    private Mono<Taken> take(AccountId person, OrganisationId organisation, Taken taken, TicketFile.Row row) {
        return Mono.fromCallable(() -> loadOf(taken.acting(), row))
                .flatMap(load ->
                        takeTicket.take(person, organisation, taken.acting(), load, ticket(taken.acting(), row)))
                .map(taken::with)
                .onErrorResume(
                        ProblemException.class,
                        refused -> Mono.just(taken.with(
                                new FieldFault(row.place(), refused.problem().code() + ".title"))));
    }

    private static Load loadOf(Acting acting, TicketFile.Row row) {
        return acting.performed().performance().loads().stream()
                .filter(load -> load.number() == row.load())
                .findFirst()
                .orElseThrow(FulfilmentProblem.LOAD_NOT_FOUND::raise);
    }

    private static NewTicket ticket(Acting acting, TicketFile.Row row) {
        return new NewTicket(
                acting.side() == Side.SELLER ? Scale.SELLER : Scale.BUYER,
                row.device(),
                null,
                row.plate(),
                row.grossGrams(),
                row.grossAt(),
                row.tareGrams(),
                row.tareAt(),
                null,
                null,
                List.of(),
                Source.FILE);
    }

    private static Mono<Void> refuse(List<FieldFault> faults) {
        return faults.isEmpty() ? Mono.empty() : Mono.error(FieldFault.refuse(faults));
    }

    /** What has been taken so far, and what could not be. */
    private record Taken(Acting acting, List<FieldFault> faults) {
        Taken with(Performed performed) {
            return new Taken(new Acting(performed, acting.side()), faults);
        }

        Taken with(FieldFault fault) {
            var all = new ArrayList<>(faults);
            all.add(fault);
            return new Taken(acting, all);
        }
    }
}
