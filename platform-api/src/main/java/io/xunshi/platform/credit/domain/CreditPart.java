package io.xunshi.platform.credit.domain;

/** What a score is made of; the most points that each can bring. Together 1,000. */
public enum CreditPart {
    /** 实名: the name was checked. */
    IDENTITY(100),
    /** 守约: how much of what was promised was done. */
    PROMISES(400),
    /** 往来: with how many different people. */
    PARTNERS(150),
    /** 评价 */
    REVIEWS(200),
    /** 纠纷 */
    DISPUTES(150);

    private final int most;

    CreditPart(int most) {
        this.most = most;
    }

    public int most() {
        return most;
    }
}
