package io.xunshi.transparency.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a settled deal says of a price, as it is committed to. Each member has a salt of its own, so that one can be
 * shown and the next one not.
 *
 * @param material its code
 * @param parent of the material; the material itself where it is a root
 * @param area where the goods lay
 * @param grams that were paid for
 * @param fenPerTonne normalised
 * @param sellerGroup name of the group that controls the seller
 * @param buyerGroup name of the group that controls the buyer
 * @param flags what decides whether a price is made of it, by name
 */
public record PriceObservation(
        PriceWeek week,
        String material,
        String parent,
        String area,
        long grams,
        long fenPerTonne,
        String sellerGroup,
        String buyerGroup,
        Map<String, String> flags) {
    static final String WEEK = "week";
    static final String MATERIAL = "material";
    static final String PARENT = "parent";
    static final String AREA = "area";
    static final String GRAMS = "grams";
    static final String PRICE = "fenPerTonne";

    private static final String DEAL = "deal";
    private static final int SALT_BYTES = 16;
    private static final Set<String> ALWAYS_HIDDEN = Set.of("sellerGroup", "buyerGroup");

    public PriceObservation {
        flags = Map.copyOf(flags);
    }

    /** SHA-256 over the salted members: what the log has of it once its week is over, hexadecimal. */
    public String commitment(byte[] secret) {
        return commitment(digests(secret));
    }

    /**
     * What the log has of it with the deal that it is of. It tells nobody which commitment of the week is meant: who
     * has the secret, as the two sides and the regulator may, can check it.
     */
    public String sealedWithDeal(byte[] secret) {
        return sha256(List.of(dealSalt(secret), commitment(secret)));
    }

    /** All of it with its salts, for those whose deal it is. */
    public SortedMap<String, PriceRecord.Opening> opened(byte[] secret) {
        var opened = new TreeMap<String, PriceRecord.Opening>();
        members().forEach((name, value) -> opened.put(name, new PriceRecord.Opening(saltOf(secret, name), value)));
        return opened;
    }

    /** With {@link #commitment} the input of {@link #sealedWithDeal}. */
    public String dealSalt(byte[] secret) {
        return saltOf(secret, DEAL);
    }

    /** Shows as much of it as the level allows. */
    public PriceRecord.Revealed revealed(
            byte[] secret, Vintage vintage, PriceLevel level, String sellerPseudonym, String buyerPseudonym) {
        var opened = opened(secret);
        var closed = digests(secret);
        closed.keySet().removeIf(name -> !isHidden(name, level));
        opened.keySet().removeAll(closed.keySet());
        return new PriceRecord.Revealed(week, vintage, level, opened, closed, sellerPseudonym, buyerPseudonym);
    }

    private static boolean isHidden(String name, PriceLevel level) {
        return ALWAYS_HIDDEN.contains(name)
                || switch (level) {
                    case AREA -> false;
                    case CITY -> name.equals(AREA);
                    case PARENT -> name.equals(AREA) || name.equals(MATERIAL);
                };
    }

    private SortedMap<String, String> digests(byte[] secret) {
        var digests = new TreeMap<String, String>();
        members().forEach((name, value) -> digests.put(name, digest(saltOf(secret, name), name, value)));
        return digests;
    }

    private SortedMap<String, Object> members() {
        var members = new TreeMap<String, Object>(Map.of(
                WEEK,
                week.toString(),
                MATERIAL,
                material,
                PARENT,
                parent,
                AREA,
                area,
                GRAMS,
                grams,
                PRICE,
                fenPerTonne,
                "sellerGroup",
                sellerGroup,
                "buyerGroup",
                buyerGroup));
        members.putAll(flags);
        return members;
    }

    static String digest(String salt, String name, Object value) {
        return sha256(List.of(salt, name, value));
    }

    static String commitment(Map<String, String> digests) {
        return sha256(digests);
    }

    private static String saltOf(byte[] secret, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), 0, SALT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String sha256(Object value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.write(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
