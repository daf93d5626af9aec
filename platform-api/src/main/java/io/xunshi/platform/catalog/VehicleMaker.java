package io.xunshi.platform.catalog;

import java.util.List;

/**
 * Who builds vehicles under a world manufacturer identifier (GB 16737).
 *
 * @param wmi three characters
 * @param brands words in lower case, of which one stands in the name of every brand that is built there
 */
public record VehicleMaker(String wmi, String nameZh, String nameEn, List<String> brands) {
    public VehicleMaker {
        brands = List.copyOf(brands);
    }
}
