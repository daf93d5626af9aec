package io.xunshi.platform.regulation;

import java.util.List;

/** What the rules say about goods. */
public sealed interface Verdict {
    /** The rules that decided, or that the seller should know of. */
    List<TradeRule> rules();

    /** It may be offered now. */
    record Allowed(List<TradeRule> rules) implements Verdict {
        public Allowed {
            rules = List.copyOf(rules);
        }
    }

    /** A moderator decides. */
    record NeedsReview(List<TradeRule> rules) implements Verdict {
        public NeedsReview {
            rules = List.copyOf(rules);
        }
    }

    /** It may not be offered, whoever looks at it. */
    record Refused(List<TradeRule> rules) implements Verdict {
        public Refused {
            rules = List.copyOf(rules);
        }
    }
}
