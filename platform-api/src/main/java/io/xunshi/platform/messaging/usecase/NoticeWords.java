package io.xunshi.platform.messaging.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words in which people are told of something outside of our pages. */
@Component
class NoticeWords {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    NoticeWords() {
        texts.setBasename("messages.messaging");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    String of(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
