package io.xunshi.platform.payment;

/** What is paid for; it says to which page the provider sends people afterwards. */
public enum PaymentPurpose {
    PURCHASE("orders"),
    RENTAL("rentals"),
    SWAP("swaps");

    private final String page;

    PaymentPurpose(String page) {
        this.page = page;
    }

    /** The part of the page's address before the id. */
    public String page() {
        return page;
    }
}
