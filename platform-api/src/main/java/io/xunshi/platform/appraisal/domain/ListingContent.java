package io.xunshi.platform.appraisal.domain;

import io.xunshi.platform.kernel.Sha256;
import io.xunshi.platform.listing.ListingView;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a certificate is about: words, kind of goods, answers, grade and photos. Its price and place are not. */
public final class ListingContent {
    private ListingContent() {}

    /** Hexadecimal SHA-256; another one as soon as any of it was edited. */
    public static String hashOf(ListingView listing) {
        var said = new TreeMap<String, Object>();
        said.put("attributes", new TreeMap<>(listing.attributes()));
        said.put("category", listing.categoryCode());
        said.put("condition", listing.conditionCode());
        said.put("description", listing.description());
        said.put("listing", listing.code());
        said.put(
                "photos",
                listing.photos().stream()
                        .map(photo -> photo.id().value().toString())
                        .toList());
        var report = listing.report();
        said.put("report", report == null ? new TreeMap<>() : new TreeMap<>(report.answers()));
        said.put("title", listing.title());
        return Sha256.of(JsonMapper.shared().writeValueAsString(said));
    }
}
