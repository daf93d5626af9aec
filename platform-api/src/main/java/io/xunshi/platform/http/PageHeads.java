package io.xunshi.platform.http;

import java.util.Locale;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** A module's pages that strangers may find. */
public interface PageHeads {

    /** Which pages. */
    PathPattern pages();

    /**
     * What such a page says of itself. Raises the problem that its data would be refused with; the page is then
     * answered with that status.
     *
     * @param path one that matches
     * @param reader the reader's language
     */
    Mono<PageHead> headOf(PathContainer path, Locale reader);
}
