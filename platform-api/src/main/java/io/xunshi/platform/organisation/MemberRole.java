package io.xunshi.platform.organisation;

/** What a member may do for an organisation; one member may have several. */
public enum MemberRole {
    /** 负责人: licences, members, control; stands for every other role. */
    OWNER,
    /** 交易员: offers, bids, contracts. */
    TRADER,
    /** 司磅员: weighs. */
    WEIGHER,
    /** 财务: pays and settles. */
    FINANCE
}
