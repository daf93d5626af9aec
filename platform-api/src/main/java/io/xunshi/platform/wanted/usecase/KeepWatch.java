package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.interest.Watches;
import io.xunshi.platform.interest.Watches.Watch;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WishSearch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets new listings be tried on posts, exactly as long as they are open. */
@Component
class KeepWatch {
    private final Watches watches;
    private final WishSearch search;

    KeepWatch(Watches watches, Catalog catalog) {
        this.watches = watches;
        search = new WishSearch(catalog);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> follow(WantedPost post) {
        return post.state() == PostState.OPEN
                ? watches.watch(new Watch(
                        post.id(),
                        post.account(),
                        post.wish().words(),
                        search.searchFor(post.wish()),
                        post.wish().answers()))
                : watches.unwatch(post.id(), post.account());
    }
}
