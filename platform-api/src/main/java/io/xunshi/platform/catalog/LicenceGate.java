package io.xunshi.platform.catalog;

import java.util.stream.Stream;

/** What stands before dealing in a material; who must hold what is decided by the organisations' trading gate. */
public enum LicenceGate {
    /** Anybody may. */
    NONE("NONE"),
    /** The commerce office's filing of recyclers (再生资源回收经营者备案). */
    FILING("FILING"),
    /** That, and the police's filing and seller register (公安备案): scrap metal. */
    FILING_AND_POLICE("FILING+PSB"),
    /** The licence for hazardous waste (危险废物经营许可证) and an electronic manifest. */
    HAZWASTE("HAZWASTE"),
    /** The qualification to take end-of-life vehicles (报废机动车回收拆解). */
    ELV("ELV"),
    /** The qualification to treat discarded electronics (废弃电器电子产品处理资格). */
    WEEE("WEEE"),
    /** The comprehensive use of traction batteries (动力电池综合利用). */
    BATTERY("BATTERY"),
    /** The filing of used-car dealers (二手车经销备案). */
    USED_CAR("USED_CAR");

    private final String written;

    LicenceGate(String written) {
        this.written = written;
    }

    /** @throws IllegalStateException for a word that materials.csv does not use */
    public static LicenceGate of(String written) {
        return Stream.of(values())
                .filter(gate -> gate.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No licence gate " + written));
    }
}
