package io.xunshi.platform.audit;

/** How things change hands, or come back. */
public enum TradeKind {
    /** 购买 */
    PURCHASE,
    /** 租赁 */
    RENTAL,
    /** 交换 */
    SWAP,
    /** 赠送 */
    GIFT,
    /** 柜台销售 */
    COUNTER_SALE,
    /** 图书角换书: without people, since children have none of theirs in it. */
    BOOK_SWAP,
    /** 集市摊位销售 */
    STALL_SALE,
    /** 再生资源成交: between organisations; its people are those who signed. */
    DEAL,
    /** 再生资源竞价: ends in deals, or in none; its people are those who held it and who paid deposits. */
    AUCTION,
    /** 再生资源询价: ends in deals, or in none; who quoted is told once quotes are open. */
    TENDER,
    /** 监管链批次: how an organisation's material came about; nothing is sold by it. */
    CUSTODY
}
