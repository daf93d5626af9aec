package io.xunshi.platform.http.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

/**
 * The web client's files. What carries a hash in its name never changes and is asked for once; everything else is asked
 * for again each time, and answered in full only where its content changed. The build compressed the text with Brotli,
 * as small as it gets; for a browser that does not know it, the server compresses as it does its other answers.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebFluxConfigurer {
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ASK_AGAIN = CacheControl.noCache();

    private final Map<String, String> etags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        compressed(files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setUseLastModified(false)
                .setCacheControl(NEVER_CHANGES));
        compressed(files.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setUseLastModified(false)
                .setEtagGenerator(this::etagOf)
                .setCacheControl(ASK_AGAIN));
    }

    private static void compressed(ResourceHandlerRegistration files) {
        var smallest = new EncodedResourceResolver();
        // With more than one, Spring takes what a browser names first, and that is gzip.
        smallest.setContentCodings(List.of("br"));
        files.resourceChain(true).addResolver(smallest);
    }

    private String etagOf(Resource file) {
        return etags.computeIfAbsent(file.getDescription(), description -> hashOf(file));
    }

    /** By content: the times of files in a reproducible build are all the same, and would hide a change. */
    private static String hashOf(Resource file) {
        try (var content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
