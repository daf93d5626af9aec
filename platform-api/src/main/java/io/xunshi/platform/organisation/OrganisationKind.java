package io.xunshi.platform.organisation;

/** What an organisation does with scrap; decides which licences it needs as a seller. */
public enum OrganisationKind {
    /** 回收企业: collects and sells on. */
    RECYCLER,
    /** 贸易商: buys and sells on. */
    DEALER,
    /** 加工利用企业: a smelter, a mill, whoever makes new material of it. */
    PROCESSOR,
    /** 产废单位: sells only what its own production leaves. */
    GENERATOR,
    /** 运输企业: carries. */
    CARRIER;

    /** Whether it sells what it got from others. */
    public boolean isInTheTrade() {
        return this == RECYCLER || this == DEALER;
    }
}
