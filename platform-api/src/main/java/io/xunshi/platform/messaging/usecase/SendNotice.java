package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountNotices;
import io.xunshi.platform.identity.AccountNotices.AccountNotice;
import io.xunshi.platform.messaging.MessagingEvents.NoticeWanted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts news in words and has them sent. News that could not be sent for long is dropped: by now it is seen in the app.
 */
@Component
public class SendNotice {
    private static final Logger log = LoggerFactory.getLogger(SendNotice.class);

    private final AccountNotices accountNotices;
    private final MessagingSettings settings;
    private final Clock clock;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    SendNotice(AccountNotices accountNotices, MessagingSettings settings, Clock clock) {
        this.accountNotices = accountNotices;
        this.settings = settings;
        this.clock = clock;
        texts.setBasename("messages.messaging");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    public Mono<Void> send(NoticeWanted wanted) {
        if (wanted.at().plus(settings.noticeAge()).isBefore(clock.instant())) {
            log.info("A notice of {} is too old to be sent", wanted.kind());
            return Mono.empty();
        }
        var notice = new AccountNotice(templateOf(wanted), wanted.parameters(), textOf(wanted));
        return accountNotices.send(wanted.eventId(), wanted.account(), wanted.channel(), notice);
    }

    private static String templateOf(NoticeWanted wanted) {
        return wanted.kind().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An account has no language of its own, so notices are in the city's. */
    private String textOf(NoticeWanted wanted) {
        var said = wanted.parameters();
        var side = said.containsKey("side") ? "." + said.get("side") : "";
        var arguments = Stream.of("title", "orderCode", "count", "price", "search")
                .map(name -> said.getOrDefault(name, ""))
                .toList();
        var words = words("messaging.notice." + wanted.kind() + side, arguments);
        var text = "%s %s".formatted(words, addressOf(said.getOrDefault("path", "/")));
        var offPath = said.get("offPath");
        return offPath == null
                ? text
                : "%s %s %s".formatted(text, words("messaging.notice.off", List.of()), addressOf(offPath));
    }

    private String words(String key, List<String> arguments) {
        return texts.getMessage(key, arguments.toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    private URI addressOf(String path) {
        return settings.publicUrl().resolve(path);
    }
}
