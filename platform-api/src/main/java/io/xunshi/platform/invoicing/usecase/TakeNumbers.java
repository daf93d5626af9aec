package io.xunshi.platform.invoicing.usecase;

import io.xunshi.platform.invoicing.InvoicingProblem;
import io.xunshi.platform.invoicing.domain.InvoiceNumber;
import io.xunshi.platform.invoicing.storage.InvoiceNumberRepository;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees to it that an invoice is entered once on the whole platform; in the caller's transaction. */
@Component
class TakeNumbers {
    private final InvoiceNumberRepository numbers;

    TakeNumbers(InvoiceNumberRepository numbers) {
        this.numbers = numbers;
    }

    /** Raises {@link InvoicingProblem#NUMBER_TAKEN}, and does not say by whom. */
    Mono<Void> take(InvoiceNumber number, UUID usedFor) {
        return numbers.take(number, usedFor)
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(InvoicingProblem.NUMBER_TAKEN::raise))
                .then();
    }
}
