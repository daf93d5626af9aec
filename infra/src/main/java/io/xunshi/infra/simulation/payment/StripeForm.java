package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.http.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the parameters of a request as strictly as Stripe does. */
final class StripeForm {

    /** Stripe takes eight digits. */
    private static final long AMOUNT_MAX = 99_999_999;

    private StripeForm() {}

    static void refuseUnknown(Form form, Set<String> known) {
        form.fields().keySet().stream()
                .map(field -> field.replaceFirst("\\[.*", ""))
                .filter(field -> !known.contains(field) && !field.equals("expand"))
                .findFirst()
                .ifPresent(field -> {
                    throw StripeError.unknown(field);
                });
    }

    /** The amount in the smallest unit, or empty if none is given. */
    static Optional<Long> amount(Form form) {
        return form.find("amount").map(text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw StripeError.invalid("amount", "Invalid integer: " + text);
            }
            long amount = Long.parseLong(text);
            if (amount < 1 || amount > AMOUNT_MAX) {
                throw StripeError.invalid("amount", "Amount must be between 1 and " + AMOUNT_MAX);
            }
            return amount;
        });
    }

    static String currency(Form form) {
        String currency = form.find("currency").orElseThrow(() -> StripeError.missing("currency"));
        if (!currency.matches("[A-Za-z]{3}")) {
            throw StripeError.invalid("currency", "Invalid currency: " + currency);
        }
        return currency.toLowerCase(Locale.ROOT);
    }
}
