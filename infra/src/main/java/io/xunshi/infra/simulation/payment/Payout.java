package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.http.Form;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Money on its way to a bank account.
 *
 * @param id begins with {@code po_}
 * @param created in seconds since 1970
 * @param amount in the smallest unit of the currency
 */
record Payout(String id, long created, long amount, String currency, Map<String, String> metadata, State state) {

    private static final Set<String> FIELDS = Set.of("amount", "currency", "metadata", "description");

    Payout {
        metadata = Map.copyOf(metadata);
    }

    enum State {
        PENDING,
        PAID,
        FAILED;

        /** As it is written on the wire. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Payout of(Form form, long now) {
        StripeForm.refuseUnknown(form, FIELDS);
        return new Payout(
                ObjectIds.next("po"),
                now,
                StripeForm.amount(form).orElseThrow(() -> StripeError.missing("amount")),
                StripeForm.currency(form),
                form.map("metadata"),
                State.PENDING);
    }

    Payout ended(State end) {
        if (state != State.PENDING) {
            throw StripeError.state("payout_not_pending", "This payout is " + state.wireName() + " already.");
        }
        return new Payout(id, created, amount, currency, metadata, end);
    }
}
