package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.HttpProblem;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Mutes;
import io.xunshi.platform.regulation.GoodsFacts;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.regulation.Verdict;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.Wish;
import io.xunshi.platform.wanted.domain.WishRules;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts what somebody looks for before everybody, or before a moderator where the trade rules want that. */
@Component
public class PostWish {
    private final PostRepository posts;
    private final KeepWatch keepWatch;
    private final TradeRules tradeRules;
    private final Mutes mutes;
    private final WishRules rules;
    private final WantedSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    PostWish(
            PostRepository posts,
            KeepWatch keepWatch,
            TradeRules tradeRules,
            Mutes mutes,
            Catalog catalog,
            WantedSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.posts = posts;
        this.keepWatch = keepWatch;
        this.tradeRules = tradeRules;
        this.mutes = mutes;
        rules = new WishRules(catalog);
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Raises field faults, {@link WantedProblem#TOO_MANY_POSTS}, what the trade rules forbid with the rules named, and
     * the refusal of who is muted: a post is read by everybody.
     */
    @Transactional
    public Mono<WantedPost> post(AccountId person, Wish wish) {
        return mutes.check(person)
                .then(Mono.fromCallable(() -> judged(ids.next(), person, wish)))
                .delayUntil(judged -> posts.lock(person))
                .delayUntil(judged -> checkLimit(person))
                .map(judged -> opened(judged, person, wish))
                .delayUntil(post -> posts.add(post, remindAt(post.endsAt())))
                .delayUntil(keepWatch::follow);
    }

    /**
     * Says something else, or goes on looking; who is muted can only do the latter. Raises what {@link #post} raises,
     * {@link WantedProblem#NOT_FOUND}, {@link WantedProblem#ENDED}, and {@link HttpProblem#STALE}.
     */
    @Transactional
    public Mono<WantedPost> edit(AccountId person, UUID id, long version, Wish wish) {
        return posts.find(id)
                .filter(post -> post.isOf(person))
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .filter(post -> !post.state().hasEnded())
                .switchIfEmpty(Mono.error(WantedProblem.ENDED::raise))
                .delayUntil(post -> post.wish().saysTheSameAs(wish) ? Mono.empty() : mutes.check(person))
                .flatMap(post -> edit(post, version, judged(id, person, wish)))
                .delayUntil(keepWatch::follow);
    }

    private Mono<WantedPost> edit(WantedPost post, long version, Judged judged) {
        // What was approved and says the same need not be looked at again.
        var state = post.state() == PostState.OPEN && post.wish().saysTheSameAs(judged.wish())
                ? PostState.OPEN
                : judged.state();
        var endsAt = endOf(judged.wish());
        return posts.edit(post.id(), version, state, judged.wish(), judged.references(), endsAt, remindAt(endsAt))
                .switchIfEmpty(Mono.error(HttpProblem.STALE::raise));
    }

    private Mono<Void> checkLimit(AccountId person) {
        return posts.countWaiting(person)
                .filter(count -> count < settings.postsMax())
                .switchIfEmpty(Mono.error(() -> WantedProblem.TOO_MANY_POSTS.raise(settings.postsMax())))
                .then();
    }

    private Judged judged(UUID id, AccountId person, Wish wish) {
        var faults = rules.faultsOf(wish, LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
        var verdict = tradeRules.judgeWish(goods(id, person, wish));
        return switch (verdict) {
            case Verdict.Allowed allowed -> new Judged(id, wish, PostState.OPEN, List.of());
            case Verdict.NeedsReview open -> new Judged(id, wish, PostState.IN_REVIEW, open.rules());
            case Verdict.Refused refused -> throw TradeRules.refusal(refused.rules());
        };
    }

    static GoodsFacts goods(UUID id, AccountId person, Wish wish) {
        return new GoodsFacts(id, person, wish.categoryCode(), wish.answers(), wish.words(), wish.description());
    }

    private WantedPost opened(Judged judged, AccountId person, Wish wish) {
        return new WantedPost(
                judged.id(),
                person,
                judged.state(),
                wish,
                judged.references(),
                null,
                0,
                1,
                clock.instant(),
                endOf(wish));
    }

    private static Instant endOf(Wish wish) {
        return wish.lastDay().plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    }

    private @Nullable Instant remindAt(Instant endsAt) {
        var at = endsAt.minus(settings.remindBefore());
        return at.isAfter(clock.instant()) ? at : null;
    }

    private record Judged(UUID id, Wish wish, PostState state, List<TradeRule> rules) {
        List<String> references() {
            return rules.stream().map(TradeRule::reference).toList();
        }
    }
}
