package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.AppraisalMark;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.media.PhotoView;
import io.xunshi.platform.order.OrderSnapshot;
import io.xunshi.platform.vehicle.VehiclePapers;
import io.xunshi.platform.vehicle.VehicleView;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Freezes what a listing says. The hash is over JSON with sorted members and no blanks, so that anybody who has the
 * snapshot can compute it.
 */
public final class Snapshots {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Snapshots() {}

    /** @param price what the buyer pays: the asking price, or what the two agreed on */
    public static OrderSnapshot of(ListingView listing, Money price) {
        return of(listing, price, null);
    }

    /**
     * @param price of all pieces
     * @param pieces how many of a stock; null for a unique thing
     */
    public static OrderSnapshot of(ListingView listing, Money price, @Nullable Integer pieces) {
        var promised = new OrderSnapshot(
                listing.code(),
                listing.title(),
                listing.description(),
                listing.categoryCode(),
                listing.attributes(),
                listing.conditionCode(),
                listing.districtCode(),
                price,
                listing.photos().stream()
                        .map(PhotoView::id)
                        .map(id -> id.value())
                        .toList(),
                listing.proofs().wipeCertificate(),
                listing.rental(),
                pieces,
                listing.report(),
                listing.proofs().vehicle(),
                listing.proofs().appraisal(),
                "");
        return promised.withHash(hashOf(promised));
    }

    /** Whether it still says what was promised when its hash was computed. */
    public static boolean isGenuine(OrderSnapshot snapshot) {
        return hashOf(snapshot).equals(snapshot.hash());
    }

    private static String hashOf(OrderSnapshot promised) {
        var said = new TreeMap<String, Object>();
        said.put("attributes", new TreeMap<>(promised.attributes()));
        said.put("category", promised.categoryCode());
        said.put("condition", promised.conditionCode());
        said.put("description", promised.description());
        said.put("district", promised.districtCode());
        said.put("listing", promised.listingCode());
        said.put("photos", promised.photoIds().stream().map(UUID::toString).toList());
        said.put("priceFen", promised.price().amount());
        said.put("title", promised.title());
        var certificate = promised.wipeCertificate();
        if (certificate != null) {
            said.put("wipeCertificate", certificate);
        }
        var rental = promised.rental();
        if (rental != null) {
            said.put("rental", said(rental));
        }
        var pieces = promised.pieces();
        if (pieces != null) {
            said.put("pieces", pieces);
        }
        var report = promised.report();
        if (report != null) {
            said.put("report", said(report));
        }
        var vehicle = promised.vehicle();
        if (vehicle != null) {
            said.put("vehicle", said(vehicle));
        }
        var appraisal = promised.appraisal();
        if (appraisal != null) {
            said.put("appraisal", said(appraisal));
        }
        return sha256(CANONICAL.writeValueAsString(said));
    }

    private static TreeMap<String, Object> said(ConditionReport report) {
        var said = new TreeMap<String, Object>();
        said.put("answers", new TreeMap<>(report.answers()));
        said.put("checklist", report.checklist());
        said.put("edition", report.edition());
        said.put("shots", new TreeMap<>(report.shots()));
        return said;
    }

    private static TreeMap<String, Object> said(AppraisalMark appraisal) {
        var said = new TreeMap<String, Object>();
        said.put("certificate", appraisal.sha256());
        said.put("code", appraisal.code());
        said.put("condition", appraisal.conditionCode());
        said.put("ofThisVersion", appraisal.ofThisVersion());
        said.put("seal", appraisal.seal());
        said.put("validUntil", appraisal.validUntil().toString());
        return said;
    }

    /** What is not known has no member. */
    private static TreeMap<String, Object> said(VehicleView vehicle) {
        var said = new TreeMap<String, Object>();
        said.put("discrepancies", vehicle.discrepanciesInOrder().map(Enum::name).toList());
        said.put("kind", vehicle.kind().name());
        putIfKnown(said, "number", vehicle.number());
        var decoded = vehicle.decoded();
        if (decoded != null) {
            putIfKnown(said, "maker", decoded.wmi());
            putIfKnown(said, "modelYear", decoded.modelYear());
        }
        var papers = vehicle.papers();
        if (papers != null) {
            said.put("papers", said(papers));
        }
        said.put(
                "readings",
                vehicle.readings().stream()
                        .map(reading -> new TreeMap<String, Object>(Map.of(
                                "day", reading.readOn().toString(),
                                "km", reading.km(),
                                "source", reading.source().name())))
                        .toList());
        return said;
    }

    private static TreeMap<String, Object> said(VehiclePapers papers) {
        var said = new TreeMap<String, Object>();
        said.put("invoice", papers.purchaseInvoice());
        said.put("licence", papers.vehicleLicence());
        said.put("mortgaged", papers.mortgaged());
        said.put("registrationCertificate", papers.registrationCertificate());
        said.put("scrapped", papers.scrapped());
        putIfKnown(said, "inspectionUntil", papers.inspectionUntil());
        putIfKnown(said, "insuranceUntil", papers.insuranceUntil());
        putIfKnown(said, "owners", papers.previousOwners());
        putIfKnown(said, "plate", papers.plateRegion());
        return said;
    }

    private static void putIfKnown(Map<String, Object> said, String member, @Nullable Object value) {
        if (value != null) {
            said.put(member, value instanceof Integer ? value : value.toString());
        }
    }

    private static TreeMap<String, Object> said(RentalTerms terms) {
        var said = new TreeMap<String, Object>();
        said.put("bufferDays", terms.bufferDays());
        said.put("depositFen", terms.deposit().amount());
        said.put("maxDays", terms.maxDays());
        said.put("minDays", terms.minDays());
        said.put("perDayFen", terms.perDay().amount());
        var week = terms.perWeek();
        if (week != null) {
            said.put("perWeekFen", week.amount());
        }
        return said;
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
