package io.xunshi.platform.regulation;

/** A number that tells one device or vehicle from all others, in its written form. */
public record DeviceNumber(Kind kind, String number) {
    /** Enough to compare with a device in the hand, too little to be misused. */
    public static final int TAIL_LENGTH = 4;

    public String tail() {
        return number.substring(number.length() - TAIL_LENGTH);
    }

    /** All but the end hidden. */
    public String masked() {
        return "•".repeat(number.length() - TAIL_LENGTH) + tail();
    }

    /** Never in full in a log. */
    @Override
    public String toString() {
        return kind + " " + masked();
    }

    /** Which number it is. */
    public enum Kind {
        /** 国际移动设备识别码, fifteen digits with a Luhn check digit (3GPP TS 23.003). */
        IMEI,
        /** 序列号, as the maker writes it. */
        SERIAL,
        /** 车辆识别代号, seventeen characters with a check digit (GB 16735-2019). */
        VIN,
        /** 整车编码 of an electric bicycle, as its certificate of conformity says (GB 17761). */
        VEHICLE_SERIAL;

        /** Whether it is a number of things that hold data, and of no vehicle. */
        public boolean isOfDevice() {
            return this == IMEI || this == SERIAL;
        }
    }
}
