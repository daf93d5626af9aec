package io.xunshi.platform.purpose;

/** What of people an officer is shown. */
public enum Sight {
    /** 交易当事人: who is behind a trade, and what they wrote. */
    TRADE_PARTIES,
    /** 按联系方式查找: the trades of whose phone or e-mail it is. */
    CONTACT_SEARCH,
    /** 互刷圈成员 */
    RING_MEMBERS,
    /** 企业联系人: name and phone of whom an organisation named. */
    ORGANISATION_CONTACT
}
