package io.xunshi.platform.identity;

/** What an account may do; one account may have several roles. */
public enum Role {
    /** 居民: sells and buys. Everybody who signs up is one. */
    RESIDENT,
    /** 企业成员: acts for an organisation. */
    ORGANISATION_MEMBER,
    /** 寄卖点工作人员: works at a consignment point. */
    POINT_OPERATOR,
    /** 审核员: decides what the rules leave open about listings. */
    MODERATOR,
    /** 监管人员: audits trades and reads all figures. */
    REGULATOR,
    /** 管理员: grants roles. */
    ADMINISTRATOR
}
