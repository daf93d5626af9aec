package io.xunshi.platform.purpose.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.Accounts;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.purpose.Masked;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.domain.Look;
import io.xunshi.platform.purpose.domain.Look.Review;
import io.xunshi.platform.purpose.domain.Look.Verdict;
import io.xunshi.platform.purpose.storage.OfficerLookRepository;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/**
 * Review of looks by the officer's own authority: somebody else with the same role. Nobody reviews looks of their own,
 * nor learns here who looked at themselves.
 */
@Component
public class ReviewLooks {
    private final OfficerLookRepository looks;
    private final Accounts accounts;
    private final Clock clock;

    ReviewLooks(OfficerLookRepository looks, Accounts accounts, Clock clock) {
        this.looks = looks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Newest first. */
    public Mono<Page<NamedLook>> findFor(SignedIn reviewer, boolean onlyUnreviewed, @Nullable Cursor after, int limit) {
        return looks.findFor(reviewer, onlyUnreviewed, after, limit + 1)
                .collectList()
                .map(rows -> Page.ofOneMore(rows, limit, look -> new Cursor(look.at(), look.id())))
                .flatMap(this::named);
    }

    /**
     * Raises {@link PurposeProblem#NO_SUCH_LOOK} and {@link PurposeProblem#ALREADY_REVIEWED}.
     *
     * @param words why, plain text in lines
     */
    @Transactional
    public Mono<Void> review(SignedIn reviewer, UUID id, Verdict verdict, String words) {
        return looks.findFor(reviewer, id)
                .switchIfEmpty(Mono.error(PurposeProblem.NO_SUCH_LOOK::raise))
                .flatMap(look -> looks.add(id, new Review(reviewer.id(), verdict, words, clock.instant())))
                .filter(isFirst -> isFirst)
                .switchIfEmpty(Mono.error(PurposeProblem.ALREADY_REVIEWED::raise))
                .then();
    }

    /** Who was seen stays masked: whether a look was within its purpose can be told without. */
    private Mono<Page<NamedLook>> named(Page<Look> page) {
        var people =
                page.items().stream().flatMap(ReviewLooks::peopleOf).distinct().toList();
        return accounts.findAll(people)
                .collectMap(AccountView::id, AccountView::displayName)
                .map(names -> page.map(look -> new NamedLook(
                        look,
                        nameIn(names, look.purpose().officer()),
                        Masked.name(nameIn(names, look.person())),
                        nameIn(
                                names,
                                look.review() == null ? null : look.review().reviewer()))));
    }

    private static Stream<AccountId> peopleOf(Look look) {
        return Stream.of(
                        Stream.of(look.purpose().officer()),
                        Stream.ofNullable(look.person()),
                        Stream.ofNullable(look.review()).map(Review::reviewer))
                .flatMap(people -> people);
    }

    private static String nameIn(Map<AccountId, String> names, @Nullable AccountId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    /** @param reviewer empty while nobody has reviewed it */
    public record NamedLook(Look look, String officer, String maskedPerson, String reviewer) {}
}
