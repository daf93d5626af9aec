package io.xunshi.platform.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says about how a device was wiped.
 *
 * @param passes how often it was overwritten; null for other methods
 * @param tool the program or function that did it; empty where none was needed
 * @param wipedOn in the city's time
 * @param reportSha256 of the tool's report, hexadecimal; the report itself stays with the seller. Null without one
 * @param consent that the data may be destroyed for good
 */
public record WipeDeclaration(
        Method method,
        Medium medium,
        @Nullable Integer passes,
        String tool,
        LocalDate wipedOn,
        @Nullable String reportSha256,
        boolean consent) {

    /** How the data were destroyed (GB 46864-2025). */
    public enum Method {
        /** 数据覆写 */
        OVERWRITE,
        /** 块擦除 */
        BLOCK_ERASE,
        /** The medium was taken out. */
        STORAGE_REMOVED,
        /** The thing never had one, a monitor say. */
        NO_STORAGE
    }

    /** What the data were on. */
    public enum Medium {
        SEMICONDUCTOR,
        MAGNETIC
    }
}
