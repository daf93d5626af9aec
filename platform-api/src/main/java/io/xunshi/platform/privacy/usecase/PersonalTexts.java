package io.xunshi.platform.privacy.usecase;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What the privacy centre says about topics, grounds and columns; modules name keys, the words stand in one bundle. */
@Component
public class PersonalTexts {
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    PersonalTexts() {
        texts.setBasename("messages.privacy");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setUseCodeAsDefaultMessage(true);
    }

    public String title(String topic, Locale reader) {
        return text("topic." + topic + ".title", reader);
    }

    public String purpose(String topic, Locale reader) {
        return text("topic." + topic + ".purpose", reader);
    }

    /** What a column is called; its own name where nobody named it. */
    public String column(String name, Locale reader) {
        var key = "privacy.column." + name;
        var text = texts.getMessage(key, null, language(reader));
        return key.equals(text) ? name : text;
    }

    public String text(String key, Locale reader) {
        return texts.getMessage("privacy." + key, null, language(reader));
    }

    private static Locale language(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
