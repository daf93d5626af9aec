package io.xunshi.platform.payment;

/** What is paid for; it says to which page the provider sends people afterwards. */
public enum PaymentPurpose {
    PURCHASE("orders"),
    RENTAL("rentals"),
    SWAP("swaps"),
    /** Several purchases at once. */
    BUNDLE("bundles"),
    /** 竞价保证金: without it nobody bids at an auction. */
    BID_DEPOSIT("auction-deposits"),
    /** 货款: what a deal over scrap costs, or a part of it. */
    DEAL("deal-payments");

    private final String page;

    PaymentPurpose(String page) {
        this.page = page;
    }

    /** The part of the page's address before the id. */
    public String page() {
        return page;
    }
}
