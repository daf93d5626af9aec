package io.xunshi.platform.wanted.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingProblem;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.Listings;
import io.xunshi.platform.messaging.Blocks;
import io.xunshi.platform.messaging.Introductions;
import io.xunshi.platform.messaging.Introductions.Introduction;
import io.xunshi.platform.wanted.WantedProblem;
import io.xunshi.platform.wanted.domain.Answer;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.storage.AnswerRepository;
import io.xunshi.platform.wanted.storage.PostRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** "I have this": a seller points to a listing of theirs, and the two talk about it. */
@Component
public class AnswerPost {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int SHOWN = 50;

    private final PostRepository posts;
    private final AnswerRepository answers;
    private final Listings listings;
    private final Introductions introductions;
    private final Blocks blocks;
    private final WantedSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    AnswerPost(
            PostRepository posts,
            AnswerRepository answers,
            Listings listings,
            Introductions introductions,
            Blocks blocks,
            WantedSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.posts = posts;
        this.answers = answers;
        this.listings = listings;
        this.introductions = introductions;
        this.blocks = blocks;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The same listing again answers with the conversation that there is. Raises {@link WantedProblem#NOT_FOUND},
     * {@link WantedProblem#ENDED}, {@link WantedProblem#OWN_POST}, {@link WantedProblem#TOO_MANY_ANSWERS},
     * {@link ListingProblem#NOT_FOUND} for a stranger's listing, {@link ListingProblem#NOT_AVAILABLE}, and
     * {@link io.xunshi.platform.messaging.MessagingProblem#BLOCKED}.
     *
     * @return the conversation's id
     */
    @Transactional
    public Mono<UUID> answer(AccountId seller, UUID id, ListingId listing) {
        return posts.lock(seller)
                .then(posts.find(id))
                .filter(post -> post.state().isPublic())
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .delayUntil(post -> checkAnswerable(post, seller))
                .flatMap(post -> offered(seller, listing)
                        .flatMap(offered -> answers.find(id, listing)
                                .map(Answer::conversation)
                                .switchIfEmpty(Mono.defer(() -> answer(post, offered)))));
    }

    /**
     * What sellers pointed one's own post to, newest first, as far as it was ever public, but of nobody who is blocked.
     */
    public Mono<List<Answered>> answersTo(AccountId person, UUID id) {
        return posts.find(id)
                .filter(post -> post.isOf(person))
                .switchIfEmpty(Mono.error(WantedProblem.NOT_FOUND::raise))
                .flatMap(post -> answers.findOf(id, SHOWN).collectList())
                .flatMap(found -> withListings(person, found));
    }

    private Mono<Void> checkAnswerable(WantedPost post, AccountId seller) {
        if (post.isOf(seller)) {
            return Mono.error(WantedProblem.OWN_POST.raise());
        }
        var isOpen = post.state() == PostState.OPEN && post.endsAt().isAfter(clock.instant());
        return isOpen ? Mono.empty() : Mono.error(WantedProblem.ENDED.raise());
    }

    private Mono<ListingView> offered(AccountId seller, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.seller().equals(seller))
                .switchIfEmpty(Mono.error(ListingProblem.NOT_FOUND::raise))
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .switchIfEmpty(Mono.error(ListingProblem.NOT_AVAILABLE::raise));
    }

    private Mono<UUID> answer(WantedPost post, ListingView listing) {
        var now = clock.instant();
        return answers.countOf(listing.seller(), now.minus(DAY))
                .filter(count -> count < settings.answersPerDay())
                .switchIfEmpty(Mono.error(() -> WantedProblem.TOO_MANY_ANSWERS.raise(settings.answersPerDay())))
                .flatMap(count -> introductions.introduce(
                        new Introduction(
                                post.account(), listing, post.id(), post.wish().words()),
                        ids.next(),
                        now))
                .delayUntil(conversation ->
                        answers.add(post.id(), listing.seller(), new Answer(listing.id(), conversation, now)));
    }

    private Mono<List<Answered>> withListings(AccountId person, List<Answer> found) {
        return listings.findAll(found.stream().map(Answer::listing).toList())
                .collectList()
                .flatMap(offered -> welcome(person, offered))
                .map(offered -> offered.stream().collect(Collectors.toMap(ListingView::id, Function.identity())))
                .map(offered -> found.stream()
                        .flatMap(answer -> answered(answer, offered))
                        .toList());
    }

    private Mono<List<ListingView>> welcome(AccountId person, List<ListingView> offered) {
        return blocks.between(person, offered.stream().map(ListingView::seller).toList())
                .map(blocked -> offered.stream()
                        .filter(listing -> !blocked.contains(listing.seller()))
                        .toList());
    }

    private static Stream<Answered> answered(Answer answer, Map<ListingId, ListingView> offered) {
        var listing = offered.get(answer.listing());
        return listing == null ? Stream.empty() : Stream.of(new Answered(answer, listing));
    }

    public record Answered(Answer answer, ListingView listing) {}
}
