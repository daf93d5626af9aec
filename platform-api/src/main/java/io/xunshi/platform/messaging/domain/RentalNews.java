package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.order.RentalSide;

/** What the two sides of a rental are told, and which of them. */
public enum RentalNews {
    PAID(NotificationKind.RENTAL_PAID, true, true),
    OVERDUE(NotificationKind.RENTAL_OVERDUE, true, true),
    RETURNED(NotificationKind.RENTAL_RETURNED, true, true),
    DAMAGE_CLAIMED(NotificationKind.RENTAL_DAMAGE_CLAIMED, true, false),
    DAMAGE_CONTESTED(NotificationKind.RENTAL_DAMAGE_CONTESTED, false, true),
    SETTLED(NotificationKind.RENTAL_SETTLED, true, true),
    CANCELLATION_BEGUN(NotificationKind.RENTAL_CANCELLATION_BEGUN, true, true);

    private final NotificationKind notification;
    private final boolean toTenant;
    private final boolean toOwner;

    RentalNews(NotificationKind notification, boolean toTenant, boolean toOwner) {
        this.notification = notification;
        this.toTenant = toTenant;
        this.toOwner = toOwner;
    }

    public NotificationKind notification() {
        return notification;
    }

    public boolean isToldTo(RentalSide side) {
        return side == RentalSide.TENANT ? toTenant : toOwner;
    }
}
