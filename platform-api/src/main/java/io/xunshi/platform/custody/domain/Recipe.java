package io.xunshi.platform.custody.domain;

/**
 * How much of what goes into a process is lost in it, in basis points: reference data (得率界限), in editions.
 *
 * @param materialCode of what goes in, what stands below it included; empty for any
 * @param edition counts from 1
 * @param source who says so
 */
public record Recipe(
        ProcessKind process, String materialCode, int edition, int minLossBp, int maxLossBp, String source) {
    private static final long WHOLE_BP = 10_000;

    /** Where neither less nor more is lost, the bounds included; compared without rounding. */
    public boolean admits(long inputGrams, long lossGrams) {
        var loss = Math.multiplyExact(lossGrams, WHOLE_BP);
        return loss >= Math.multiplyExact(inputGrams, (long) minLossBp)
                && loss <= Math.multiplyExact(inputGrams, (long) maxLossBp);
    }
}
