package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.identity.AccountNotices;
import io.xunshi.platform.identity.AccountNotices.AccountNotice;
import io.xunshi.platform.messaging.MessagingEvents.NoticeWanted;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final NoticeWords words;

    SendNotice(AccountNotices accountNotices, MessagingSettings settings, NoticeWords words, Clock clock) {
        this.accountNotices = accountNotices;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
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
        var arguments = Stream.concat(
                        Stream.of(titleOf(said)),
                        Stream.of("orderCode", "count", "price", "search").map(name -> said.getOrDefault(name, "")))
                .toList();
        var news = words("messaging.notice." + wanted.kind() + side, arguments);
        var text = "%s %s".formatted(news, addressOf(said.getOrDefault("path", "/")));
        var offPath = said.get("offPath");
        return offPath == null
                ? text
                : "%s %s %s".formatted(text, words("messaging.notice.off", List.of()), addressOf(offPath));
    }

    /** Of several things the first, and how many there are. */
    private String titleOf(Map<String, String> said) {
        var title = said.getOrDefault("title", "");
        var count = said.get("bundleCount");
        return count == null ? title : words("messaging.notice.several", List.of(title, count));
    }

    private String words(String key, List<String> arguments) {
        return words.of(key, Locale.SIMPLIFIED_CHINESE, arguments.toArray());
    }

    private URI addressOf(String path) {
        return settings.publicUrl().resolve(path);
    }
}
