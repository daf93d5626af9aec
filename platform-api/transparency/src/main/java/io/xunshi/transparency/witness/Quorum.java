package io.xunshi.transparency.witness;

import java.util.Collection;
import java.util.List;

/** Which witnesses together are enough. */
public sealed interface Quorum {

    /** Whether these witnesses are enough. */
    boolean isReachedBy(Collection<Witness> witnesses);

    /** Nobody is needed. */
    record None() implements Quorum {
        @Override
        public boolean isReachedBy(Collection<Witness> witnesses) {
            return true;
        }
    }

    /** This one is needed. */
    record One(Witness witness) implements Quorum {
        @Override
        public boolean isReachedBy(Collection<Witness> witnesses) {
            return witnesses.contains(witness);
        }
    }

    /**
     * So many of the members are needed.
     *
     * @param needed from 1 to as many as there are
     */
    record Group(int needed, List<Quorum> members) implements Quorum {
        public Group {
            members = List.copyOf(members);
            if (needed < 1 || needed > members.size()) {
                throw new IllegalArgumentException("A group of %d cannot need %d".formatted(members.size(), needed));
            }
        }

        @Override
        public boolean isReachedBy(Collection<Witness> witnesses) {
            return members.stream()
                            .filter(member -> member.isReachedBy(witnesses))
                            .count()
                    >= needed;
        }
    }
}
