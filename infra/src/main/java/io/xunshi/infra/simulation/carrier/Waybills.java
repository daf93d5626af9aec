package io.xunshi.infra.simulation.carrier;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What stands on labels. */
final class Waybills {

    private static final long NUMBERS = 10_000_000_000_000L;
    private static final int SECTORS = 900;
    private static final int SECTOR_MIN = 100;

    private Waybills() {}

    /** XS and thirteen digits; the same for the same reference. */
    static String numberOf(String reference) {
        UUID id = UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8));
        return "XS%013d".formatted(Math.floorMod(id.getLeastSignificantBits(), NUMBERS));
    }

    /** Three digits by which belts sort. */
    static String sortingCodeOf(String province) {
        return String.valueOf(SECTOR_MIN + Math.floorMod(province.hashCode(), SECTORS));
    }
}
