package io.xunshi.infra.simulation.payment;

import io.xunshi.infra.simulation.http.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the platform asked for when it opened a payment.
 *
 * @param id begins with {@code pi_}
 * @param created in seconds since 1970
 * @param amount in the smallest unit of the currency
 * @param currency in small letters
 * @param isCapturedByHand whether the money is only held ready until it is asked for
 * @param returnUrl where the pay page leads to in the end
 */
record Terms(
        String id,
        long created,
        long amount,
        String currency,
        boolean isCapturedByHand,
        @Nullable String description,
        Map<String, String> metadata,
        @Nullable String returnUrl) {

    private static final Set<String> FIELDS =
            Set.of("amount", "currency", "capture_method", "description", "metadata", "return_url");

    Terms {
        metadata = Map.copyOf(metadata);
    }

    static Terms of(Form form, long now) {
        StripeForm.refuseUnknown(form, FIELDS);
        return new Terms(
                ObjectIds.next("pi"),
                now,
                StripeForm.amount(form).orElseThrow(() -> StripeError.missing("amount")),
                StripeForm.currency(form),
                isCapturedByHand(form),
                form.find("description").orElse(null),
                form.map("metadata"),
                form.find("return_url").map(Terms::checkedUrl).orElse(null));
    }

    private static boolean isCapturedByHand(Form form) {
        String method = form.find("capture_method").orElse("automatic").toLowerCase(Locale.ROOT);
        return switch (method) {
            case "manual" -> true;
            case "automatic", "automatic_async" -> false;
            default -> throw StripeError.invalid("capture_method", "Invalid capture_method: " + method);
        };
    }

    private static String checkedUrl(String url) {
        try {
            String scheme = new URI(url).getScheme();
            if ("https".equals(scheme) || "http".equals(scheme)) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Refused below, as an address of another scheme is.
        }
        throw StripeError.invalid("return_url", "Not a valid URL");
    }
}
