package io.xunshi.platform.messaging.domain;

/** What the two sides of an order are told at each of its steps, and which of them is notified beside the card. */
public enum OrderNews {
    PLACED(CardKind.ORDER_PLACED, NotificationKind.ORDER_PLACED, false, true),
    PAID(CardKind.ORDER_PAID, NotificationKind.ORDER_PAID, true, true),
    SHIPMENT_WANTED(CardKind.ORDER_SHIPMENT_WANTED, NotificationKind.ORDER_SHIPMENT_WANTED, false, true),
    SHIPMENT_DUE(CardKind.ORDER_SHIPMENT_DUE, NotificationKind.ORDER_SHIPMENT_DUE, false, true),
    SHIPMENT_CANCELLATION_BEGUN(
            CardKind.ORDER_SHIPMENT_CANCELLATION_BEGUN, NotificationKind.ORDER_SHIPMENT_CANCELLATION_BEGUN, true, true),
    SHIPPED(CardKind.ORDER_SHIPPED, NotificationKind.ORDER_SHIPPED, true, false),
    DELIVERED(CardKind.ORDER_DELIVERED, NotificationKind.ORDER_DELIVERED, true, true),
    PARCEL_LOST(CardKind.ORDER_PARCEL_LOST, NotificationKind.ORDER_PARCEL_LOST, true, true),
    HANDED_OVER(CardKind.ORDER_HANDED_OVER, NotificationKind.ORDER_HANDED_OVER, true, false),
    OBJECTED(CardKind.HANDOVER_OBJECTED, NotificationKind.HANDOVER_OBJECTED, false, true),
    COMPLETED(CardKind.ORDER_COMPLETED, NotificationKind.ORDER_COMPLETED, true, true),
    EXPIRED(CardKind.ORDER_EXPIRED, NotificationKind.ORDER_EXPIRED, true, true),
    CANCELLATION_BEGUN(CardKind.ORDER_CANCELLATION_BEGUN, NotificationKind.ORDER_CANCELLATION_BEGUN, true, true),
    CANCELLED(CardKind.ORDER_CANCELLED, NotificationKind.ORDER_CANCELLED, true, true),
    REFUNDED(CardKind.ORDER_REFUNDED, NotificationKind.ORDER_REFUNDED, true, false);

    private final CardKind card;
    private final NotificationKind notification;
    private final boolean toBuyer;
    private final boolean toSeller;

    OrderNews(CardKind card, NotificationKind notification, boolean toBuyer, boolean toSeller) {
        this.card = card;
        this.notification = notification;
        this.toBuyer = toBuyer;
        this.toSeller = toSeller;
    }

    public CardKind card() {
        return card;
    }

    public NotificationKind notification() {
        return notification;
    }

    public boolean isToldTo(Side side) {
        return side == Side.BUYER ? toBuyer : toSeller;
    }
}
