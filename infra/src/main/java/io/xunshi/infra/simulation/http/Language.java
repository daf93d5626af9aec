package io.xunshi.infra.simulation.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A language of the pages. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE, Locale.ROOT),
    ENGLISH(Locale.ENGLISH, Locale.ENGLISH);

    private static final List<Locale> LOCALES = List.of(CHINESE.locale, Locale.CHINESE, ENGLISH.locale);

    private final Locale locale;
    private final ResourceBundle texts;

    Language(Locale locale, Locale texts) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "io.xunshi.infra.simulation.texts", texts, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** What the browser prefers; Chinese where it says nothing that we have. */
    public static Language of(Request request) {
        return Optional.ofNullable(request.getHeader("Accept-Language"))
                .map(Language::preferred)
                .filter(locale -> locale.getLanguage().equals(ENGLISH.locale.getLanguage()))
                .map(_ -> ENGLISH)
                .orElse(CHINESE);
    }

    /** For the {@code lang} attribute, such as {@code zh-CN}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public String text(String key) {
        return texts.getString(key);
    }

    private static Locale preferred(String header) {
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), LOCALES))
                    .orElse(CHINESE.locale);
        } catch (IllegalArgumentException _) {
            return CHINESE.locale;
        }
    }
}
