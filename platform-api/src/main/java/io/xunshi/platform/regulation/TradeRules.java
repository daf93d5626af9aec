package io.xunshi.platform.regulation;

import io.xunshi.platform.kernel.ProblemException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What other modules may ask about the rules. */
public interface TradeRules {
    /** By the rules of this moment. Reads what is known of a device only where the category asks for it. */
    Mono<Verdict> judge(GoodsFacts goods);

    /**
     * The same for a thing that somebody looks for and nobody has in hand yet: only by rules about what is said, since
     * there is no device to look at, and nothing of its age or marks need be stated.
     */
    Verdict judgeWish(GoodsFacts wish);

    /** A version by its {@link TradeRule#reference()}; the past ones too. */
    Optional<TradeRule> find(String reference);

    /** Names the rules in the refusal: {@link RegulationProblem#REFUSED} with a member <code>rules</code>. */
    static ProblemException refusal(List<TradeRule> rules) {
        return RegulationProblem.REFUSED
                .raise(
                        String.join("、", rules.stream().map(TradeRule::titleZh).toList()),
                        String.join(", ", rules.stream().map(TradeRule::titleEn).toList()))
                .with("rules", rules);
    }
}
