package io.xunshi.platform.audit;

import io.xunshi.platform.kernel.ShortCode;

/** How things change hands, or come back. */
public enum TradeKind {
    /** 购买 */
    PURCHASE('D'),
    /** 租赁 */
    RENTAL('R'),
    /** 交换 */
    SWAP('X'),
    /** 赠送 */
    GIFT('G'),
    /** 柜台销售 */
    COUNTER_SALE('C'),
    /** 图书角换书: without people, since children have none of theirs in it. */
    BOOK_SWAP('E'),
    /** 集市摊位销售 */
    STALL_SALE('V'),
    /** 再生资源成交: between organisations; its people are those who signed. */
    DEAL('Y'),
    /** 再生资源竞价: ends in deals, or in none; its people are those who held it and who paid deposits. */
    AUCTION('Y'),
    /** 再生资源询价: ends in deals, or in none; who quoted is told once quotes are open. */
    TENDER('E'),
    /** 监管链批次: how an organisation's material came about; nothing is sold by it. */
    CUSTODY('K');

    private final char letter;

    /** @param letter with which the codes of such trades begin; two kinds may share one */
    TradeKind(char letter) {
        this.letter = letter;
    }

    /** Whether a trade of this kind can have a code, however it was typed. */
    public boolean canHave(String code) {
        var normalized = ShortCode.normalize(code);
        return !normalized.isEmpty() && normalized.charAt(0) == letter;
    }
}
