package io.xunshi.platform.credit.domain;

/** What everybody may see of a score. */
public enum CreditLevel {
    /** 新人: too few deeds to say anything. */
    NEW,
    /** 待改善 */
    LOW,
    /** 一般 */
    FAIR,
    /** 良好 */
    GOOD,
    /** 极好 */
    EXCELLENT;

    /** Below it a score says more about chance than about a person. */
    public static final int DEEDS_LEAST = 3;

    private static final int EXCELLENT_FROM = 850;
    private static final int GOOD_FROM = 700;
    private static final int FAIR_FROM = 550;

    /** @param deeds how many of the person's deeds count */
    public static CreditLevel of(int points, long deeds) {
        if (deeds < DEEDS_LEAST) {
            return NEW;
        }
        if (points >= EXCELLENT_FROM) {
            return EXCELLENT;
        }
        if (points >= GOOD_FROM) {
            return GOOD;
        }
        return points >= FAIR_FROM ? FAIR : LOW;
    }
}
