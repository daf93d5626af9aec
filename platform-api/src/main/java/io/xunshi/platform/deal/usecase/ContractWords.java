package io.xunshi.platform.deal.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The Chinese words of a contract for what lots say in codes. */
@Component
class ContractWords {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    ContractWords() {
        texts.setBasename("messages.deal");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    /**
     * @param what <code>packing</code>, <code>delivery</code>, <code>payment</code> or <code>tax</code>
     * @param code one of its codes; an unknown one is an error of ours
     */
    String of(String what, String code) {
        return texts.getMessage("deal.contract." + what + "." + code, null, CHINESE);
    }

    /** What is said of the quality in a code of ours; numbers and names stand for themselves. */
    String answer(String value) {
        return Objects.requireNonNullElse(
                texts.getMessage("deal.contract.answer." + value, null, null, CHINESE), value);
    }
}
