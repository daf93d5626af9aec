package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WishSearch;
import io.xunshi.platform.wanted.storage.PostFilter;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what is looked for. */
@Component
public class FindPosts {
    private static final int EXAMPLES = 3;

    private final PostRepository posts;
    private final Accounts accounts;
    private final WishSearch search;

    FindPosts(PostRepository posts, Accounts accounts, Catalog catalog) {
        this.posts = posts;
        this.accounts = accounts;
        search = new WishSearch(catalog);
    }

    /** Raises {@link WantedProblem#NOT_FOUND}, for what only its owner may read, too. */
    public Mono<Posted> find(UUID id, @Nullable AccountId reader) {
        return posts.find(id)
                .filter(post -> post.state().isPublic() || post.isOf(reader))
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .flatMap(this::posted);
    }

    /** Open ones, newest first. */
    public Mono<Page<Posted>> findOpen(Looked looked, @Nullable Cursor after, int limit) {
        var filter =
                new PostFilter(looked.words(), kinOf(looked.category()), looked.district(), looked.priceFen(), null);
        return posts.findOpen(filter, after, limit + 1)
                .collectList()
                .map(rows -> page(rows, limit))
                .flatMap(this::posted);
    }

    /** In whatever state, newest first. */
    public Mono<Page<Posted>> findOwn(AccountId person, @Nullable Cursor after, int limit) {
        return posts.findOwn(person, after, limit + 1)
                .collectList()
                .map(rows -> page(rows, limit))
                .flatMap(this::posted);
    }

    /**
     * How many others look for such a thing, and the newest of their posts.
     *
     * @param priceFen what would be asked; null where that is open
     */
    public Mono<Demand> demand(AccountId seller, String category, @Nullable Long priceFen) {
        var filter = new PostFilter("", kinOf(category), null, priceFen, seller);
        return posts.findOpen(filter, null, EXAMPLES)
                .collectList()
                .flatMap(newest -> posts.countOpen(filter).map(count -> new Demand(count, newest)));
    }

    Mono<Posted> posted(WantedPost post) {
        return accounts.find(post.account()).map(person -> new Posted(post, person));
    }

    /** With whoever posted them. */
    Mono<Page<Posted>> posted(Page<WantedPost> page) {
        return accounts.findAll(page.items().stream()
                        .map(WantedPost::account)
                        .distinct()
                        .toList())
                .collectMap(AccountView::id)
                .map(people -> new Page<>(
                        page.items().stream()
                                .flatMap(post -> posted(post, people))
                                .toList(),
                        page.nextCursor()));
    }

    private static Stream<Posted> posted(WantedPost post, Map<AccountId, AccountView> people) {
        var person = people.get(post.account());
        return person == null ? Stream.empty() : Stream.of(new Posted(post, person));
    }

    private List<String> kinOf(@Nullable String category) {
        return category == null || category.isBlank() ? List.of() : search.kinOf(category);
    }

    private static Page<WantedPost> page(List<WantedPost> rows, int limit) {
        return Page.ofOneMore(rows, limit, post -> new Cursor(post.postedAt(), post.id()));
    }

    /**
     * What a reader looks for among the posts.
     *
     * @param priceFen what they would ask for their thing
     */
    public record Looked(
            String words,
            @Nullable String category,
            @Nullable String district,
            @Nullable Long priceFen) {}

    public record Posted(WantedPost post, AccountView person) {}

    /** @param newest at most three */
    public record Demand(long count, List<WantedPost> newest) {
        public Demand {
            newest = List.copyOf(newest);
        }
    }
}
