package io.xunshi.platform.fulfilment.domain;

/**
 * What is claimed, offered or decided.
 *
 * @param fen off the price of a tonne or a piece; zero but for a deduction
 */
public record Remedy(Kind kind, long fen) {
    public static final Remedy NONE = new Remedy(Kind.NONE, 0);
    public static final Remedy REFUSAL = new Remedy(Kind.REFUSAL, 0);

    public Remedy {
        if (kind == Kind.DEDUCTION ? fen < 1 : fen != 0) {
            throw new IllegalArgumentException("No remedy: " + kind + " of " + fen);
        }
    }

    public static Remedy deduction(long fen) {
        return new Remedy(Kind.DEDUCTION, fen);
    }

    public boolean isRefusal() {
        return kind == Kind.REFUSAL;
    }

    /** What it is about. */
    public enum Kind {
        /** 降价. */
        DEDUCTION,
        /** 拒收退货. */
        REFUSAL,
        /** 不予赔付: the goods are as they were agreed. */
        NONE
    }
}
