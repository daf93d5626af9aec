package io.xunshi.platform.http.web;

import io.xunshi.platform.http.HttpSettings;
import io.xunshi.platform.http.PageHead;
import io.xunshi.platform.http.PageHeads;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** The first page. */
@Component
class HomePageHead implements PageHeads {
    private static final PathPattern HOME = PathPatternParser.defaultInstance.parse("/");

    private final HttpSettings settings;

    HomePageHead(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    public PathPattern pages() {
        return HOME;
    }

    @Override
    public Mono<PageHead> headOf(PathContainer path, Locale reader) {
        var chinese = Locale.CHINESE.getLanguage().equals(reader.getLanguage());
        var title = chinese ? "循市 · 郑州二手市场" : "Xunshi · Second-hand market of Zhengzhou";
        var description = chinese
                ? "买卖闲置，货款担保，当面验货。每一笔成交都写入公开可验证的日志。"
                : "Buy and sell used goods with the money held safe until the goods are in hand. Every trade is sealed into a"
                        + " public log that anybody can verify.";
        var url = settings.publicUrl();
        return Mono.just(new PageHead(
                "/",
                title,
                description,
                null,
                Map.of(
                        "@context", "https://schema.org",
                        "@type", "WebSite",
                        "name", "循市 Xunshi",
                        "url", url.toString(),
                        "potentialAction",
                                Map.of(
                                        "@type", "SearchAction",
                                        "target", url.resolve("/search") + "?q={query}",
                                        "query-input", "required name=query"))));
    }
}
