package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.listing.ListingView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a listing still says of its item what it said when somebody named a price for it. */
final class OfferedThing {
    private static final JsonMapper JSON = JsonMapper.shared();

    private OfferedThing() {}

    /** SHA-256, hexadecimal, of all that a buyer goes by except the price. */
    static String fingerprintOf(ListingView listing) {
        var said = new TreeMap<String, Object>();
        said.put("attributes", new TreeMap<>(listing.attributes()));
        said.put("category", listing.categoryCode());
        said.put("condition", listing.conditionCode());
        said.put("description", listing.description());
        said.put(
                "photos",
                listing.photos().stream()
                        .map(photo -> photo.id().value().toString())
                        .toList());
        said.put("title", listing.title());
        var report = listing.report();
        if (report != null) {
            said.put("report", report.answersInOrder());
        }
        return sha256(JSON.writeValueAsString(said));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
