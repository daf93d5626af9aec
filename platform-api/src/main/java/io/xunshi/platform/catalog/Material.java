package io.xunshi.platform.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the material tree in one edition: a class, a kind or a grade of scrap.
 *
 * @param parent null for one of the fourteen roots
 * @param level 1 for a root
 * @param path codes from the root down to this node itself
 * @param isLeaf whether nothing stands below it
 * @param unit what it is counted in: <code>t</code> for what is weighed, a Chinese measure word for pieces
 * @param priceUnit as prices are quoted, <code>CNY/t</code>
 * @param minLotGrams the least that the trade offers; null where it has no custom, or counts pieces
 * @param standard numbers of the national standards; empty where there is none
 * @param tradeCode the ReMA (ISRI) word or the standard's grade; empty where there is none
 * @param hsCode customs tariff; empty where it has none of its own
 * @param wasteCode in the list of hazardous wastes (国家危险废物名录); empty for what is not hazardous
 * @param words what people in the trade say besides, for finding it
 * @param qualitySchema what is said of its quality, see {@link Materials#quality}
 * @param limits of the standard, as they are written
 * @param bounds those of the limits that a machine can check
 * @param edition counts from 1; a deal keeps that in which it was made
 * @param validFrom the first day of the edition; null for the first one
 */
public record Material(
        String code,
        @Nullable String parent,
        int level,
        List<String> path,
        boolean isLeaf,
        String nameZh,
        String nameEn,
        String unit,
        String priceUnit,
        @Nullable Long minLotGrams,
        String standard,
        String tradeCode,
        String hsCode,
        String wasteCode,
        List<String> words,
        LicenceGate licenceGate,
        String qualitySchema,
        String limits,
        List<QualityBound> bounds,
        SettlementBasis settlementBasis,
        int edition,
        @Nullable LocalDate validFrom) {

    public Material {
        path = List.copyOf(path);
        words = List.copyOf(words);
        bounds = List.copyOf(bounds);
    }

    /** Whether it is traded by weight, and not by the piece. */
    public boolean isWeighed() {
        return unit.equals("t");
    }

    /** Whether this is the node of that code or one below it. */
    public boolean isWithin(String code) {
        return path.contains(code);
    }
}
