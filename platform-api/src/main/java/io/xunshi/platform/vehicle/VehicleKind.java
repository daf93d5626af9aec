package io.xunshi.platform.vehicle;

import io.xunshi.platform.regulation.DeviceNumber;

/** Vehicles of which more must be known than their condition. */
public enum VehicleKind {
    CAR("car", DeviceNumber.Kind.VIN),
    MOTORCYCLE("motorcycle", DeviceNumber.Kind.VIN),
    ELECTRIC_BICYCLE("electric-bicycle", DeviceNumber.Kind.VEHICLE_SERIAL);

    private final String category;
    private final DeviceNumber.Kind number;

    VehicleKind(String category, DeviceNumber.Kind number) {
        this.category = category;
        this.number = number;
    }

    /** The leaf of the catalogue that holds them. */
    public String category() {
        return category;
    }

    /** By which number one is told from all others. */
    public DeviceNumber.Kind number() {
        return number;
    }

    /** Whether it changes hands only with the register of motor vehicles (转移登记). */
    public boolean isRegistered() {
        return this != ELECTRIC_BICYCLE;
    }
}
