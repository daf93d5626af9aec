package io.xunshi.platform.surveillance.domain;

/** What is looked for. A rule whose facts, statistic or threshold change gets another version; alerts keep theirs. */
public enum Detector {
    /** 关联交易: both sides of a deal hang together. */
    COMMON_CONTROL("common-control-1"),
    /** 循环交易: goods go round and come back. */
    CIRCULAR_TRADE("circular-trade-1"),
    /** 毛重重复: a loaded vehicle weighs the same again and again. */
    REPEATED_GROSS("repeated-gross-2"),
    /** 尾数异常: a scale's last digits are not spread as weights are. */
    LAST_DIGITS("last-digits-2"),
    /** 皮重漂移: an empty vehicle becomes steadily lighter or heavier. */
    TARE_DRIFT("tare-drift-1"),
    /** 价格异常: a settled price far from those around it. */
    PRICE_OUTLIER("price-outlier-1"),
    /** 托价: somebody bids to raise the price and not to win. */
    SHILL_BIDDING("shill-bidding-1");

    private final String ruleVersion;

    Detector(String ruleVersion) {
        this.ruleVersion = ruleVersion;
    }

    public String ruleVersion() {
        return ruleVersion;
    }
}
