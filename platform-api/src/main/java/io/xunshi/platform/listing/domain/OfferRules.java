package io.xunshi.platform.listing.domain;

import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.RentalTerms;
import io.xunshi.platform.listing.ShippingTerms;
import io.xunshi.platform.listing.SwapTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an offer may be stored, and when it says enough to be published. Names all faults at once. */
public final class OfferRules {
    private static final int TITLE_MIN = 2;
    private static final int TITLE_MAX = 60;
    private static final int DESCRIPTION_MAX = 4000;
    private static final int PHOTOS_MAX = 12;
    private static final int ATTRIBUTES_MAX = 30;

    /** Ten million yuan: beyond any used car, below what a typing error makes. */
    private static final long PRICE_FEN_MAX = 1_000_000_000;

    private static final int DAYS_OF_WEEK = 7;

    /** A quarter: what is lent for longer is not lent for a purpose. */
    private static final int RENTAL_DAYS_MAX = 90;

    private static final int BUFFER_DAYS_MAX = 7;
    private static final int WISHED_CATEGORIES_MAX = 8;
    private static final int WISH_WORDS_MAX = 100;

    /** Two weeks: who asks for a gift wants to know. */
    private static final int GIFT_WINDOW_HOURS_MAX = 336;

    /** From one day, since people work, to a week, since others wait. */
    private static final int GIFT_PICKUP_HOURS_MIN = 24;

    private static final int GIFT_PICKUP_HOURS_MAX = 168;

    /** The rectangle around the city's sixteen areas. */
    private static final double SOUTH = 34.2;

    private static final double NORTH = 35.1;
    private static final double WEST = 112.6;
    private static final double EAST = 114.4;

    private static final String STOCK = "stock";

    /** It is promised to somebody for some days. */
    public static final FieldFault STOCK_WHILE_LENT = fault(STOCK, "stock-while-lent");

    private static final int STOCK_MAX = 999;

    private final Catalog catalog;
    private final Predicate<String> holdsData;
    private final ReportRules reportRules;

    /** @param holdsData whether things of a category have a wipe record each */
    public OfferRules(Catalog catalog, Predicate<String> holdsData) {
        this.catalog = catalog;
        this.holdsData = holdsData;
        reportRules = new ReportRules(catalog);
    }

    /** What is wrong with what is said, though more may be missing. */
    public List<FieldFault> faultsOfDraft(Offer offer) {
        var faults = new ArrayList<FieldFault>();
        check(faults, offer.title().codePointCount(0, offer.title().length()) <= TITLE_MAX, "title", "title-length");
        check(faults, isPlainText(offer.title(), false), "title", "control-characters");
        check(faults, offer.description().length() <= DESCRIPTION_MAX, "description", "description-length");
        check(faults, isPlainText(offer.description(), true), "description", "control-characters");
        check(faults, offer.photos().size() <= PHOTOS_MAX, "photoIds", "too-many-photos");
        check(faults, offer.gift() != null || isPriceOrNothing(offer.price()), "price", "price-range");
        check(faults, isInCityOrNothing(offer.place()), "location", "outside-the-city");
        check(faults, isKnownOrNothing(offer.districtCode(), catalog::district), "districtCode", "unknown");
        check(faults, isKnownOrNothing(offer.conditionCode(), catalog::conditionGrade), "conditionCode", "unknown");
        check(faults, isKnownOrNothing(offer.categoryCode(), catalog::category), "categoryCode", "unknown");
        check(faults, offer.attributes().size() <= ATTRIBUTES_MAX, "attributes", "too-many-attributes");
        faults.addAll(faultsOfAttributes(offer));
        faults.addAll(faultsOfRental(offer.rental()));
        faults.addAll(faultsOfSwap(offer.swap()));
        faults.addAll(faultsOfGift(offer));
        check(faults, isParcelOrNothing(offer.shipping()), "shipping.parcelGrams", "parcel-weight");
        faults.addAll(faultsOfStock(offer));
        faults.addAll(reportRules.faultsOfDraft(offer).toList());
        return List.copyOf(faults);
    }

    /** What is promised to buyers stays in stock. */
    public List<FieldFault> faultsOfPromises(Offer offer, Listing current) {
        var stock = offer.stock();
        var faults = new ArrayList<FieldFault>();
        check(faults, current.promised() == 0 || stock != null && stock >= current.promised(), STOCK, "stock-promised");
        return faults;
    }

    /** All pieces of a withdrawn stock may be promised still: then there is nothing to be offered. */
    public List<FieldFault> faultsOfNothingLeft(Listing listing) {
        var left = listing.left();
        return left == null || left > 0 ? List.of() : List.of(fault(STOCK, "stock-all-promised"));
    }

    /** What is wrong or missing before everybody may find it. */
    public List<FieldFault> faultsOfPublication(Offer offer, int photosReady) {
        var faults = new ArrayList<>(faultsOfDraft(offer));
        check(faults, offer.title().codePointCount(0, offer.title().length()) >= TITLE_MIN, "title", "title-length");
        check(faults, offer.price() != null, "price", "missing");
        check(faults, offer.districtCode() != null, "districtCode", "missing");
        check(faults, offer.conditionCode() != null, "conditionCode", "missing");
        check(
                faults,
                offer.forSale() || offer.rental() != null || offer.swap() != null || offer.gift() != null,
                "forSale",
                "no-way-to-have-it");
        check(faults, !offer.photos().isEmpty(), "photoIds", "no-photo");
        check(faults, photosReady == offer.photos().size(), "photoIds", "photo-not-ready");
        var category = categoryOf(offer);
        check(faults, category != null && category.isLeaf(), "categoryCode", "missing");
        if (category != null) {
            category.attributes().stream()
                    .filter(Attribute::required)
                    .filter(attribute -> !offer.attributes().containsKey(attribute.code()))
                    .forEach(attribute -> faults.add(fault("attributes." + attribute.code(), "missing")));
        }
        return List.copyOf(faults);
    }

    /**
     * What is missing in what the owner answers about the condition. Not asked of what was published before it was
     * asked, nor where somebody else than the owner looked at the thing.
     */
    public List<FieldFault> faultsOfReport(Offer offer) {
        return reportRules.faultsOfPublication(offer).toList();
    }

    private Stream<FieldFault> attributeFaults(Offer offer, Category category) {
        return offer.attributes().entrySet().stream()
                .filter(answer -> category.attributes().stream()
                        .noneMatch(attribute ->
                                attribute.code().equals(answer.getKey()) && attribute.accepts(answer.getValue())))
                .map(answer -> fault("attributes." + answer.getKey(), "does-not-answer"));
    }

    private List<FieldFault> faultsOfAttributes(Offer offer) {
        var category = categoryOf(offer);
        return category == null
                ? List.of()
                : attributeFaults(offer, category)
                        .sorted(Comparator.comparing(FieldFault::field))
                        .toList();
    }

    /** A week costs no more than its days; what secures a thing is worth a day of it at least. */
    private static List<FieldFault> faultsOfRental(@Nullable RentalTerms terms) {
        if (terms == null) {
            return List.of();
        }
        var faults = new ArrayList<FieldFault>();
        var day = terms.perDay();
        var week = terms.perWeek();
        var hasDay = isPriceOrNothing(day);
        check(faults, hasDay, "rental.perDay", "price-range");
        check(
                faults,
                week == null || hasDay && isPriceOrNothing(week) && week.amount() <= DAYS_OF_WEEK * day.amount(),
                "rental.perWeek",
                "week-price");
        check(
                faults,
                isPriceOrNothing(terms.deposit())
                        && terms.deposit().amount() >= terms.perDay().amount(),
                "rental.deposit",
                "deposit-range");
        check(faults, terms.minDays() >= 1 && terms.minDays() <= RENTAL_DAYS_MAX, "rental.minDays", "rental-days");
        check(
                faults,
                terms.maxDays() >= terms.minDays() && terms.maxDays() <= RENTAL_DAYS_MAX,
                "rental.maxDays",
                "rental-days");
        check(
                faults,
                terms.bufferDays() >= 0 && terms.bufferDays() <= BUFFER_DAYS_MAX,
                "rental.bufferDays",
                "buffer-days");
        return faults;
    }

    /** Wishes may be left out altogether: then anything may be proposed. */
    private List<FieldFault> faultsOfSwap(@Nullable SwapTerms terms) {
        if (terms == null) {
            return List.of();
        }
        var faults = new ArrayList<FieldFault>();
        check(faults, terms.categoryCodes().size() <= WISHED_CATEGORIES_MAX, "swap.categoryCodes", "too-many-wishes");
        check(
                faults,
                terms.categoryCodes().stream()
                        .allMatch(code -> catalog.category(code).isPresent()),
                "swap.categoryCodes",
                "unknown");
        check(faults, terms.words().length() <= WISH_WORDS_MAX, "swap.words", "wish-length");
        check(faults, isPlainText(terms.words(), false), "swap.words", "control-characters");
        return faults;
    }

    private static List<FieldFault> faultsOfGift(Offer offer) {
        var terms = offer.gift();
        if (terms == null) {
            return List.of();
        }
        var faults = new ArrayList<FieldFault>();
        check(faults, offer.rental() == null && offer.swap() == null, "gift", "gift-alone");
        check(
                faults,
                terms.choice() == GiftChoice.FIRST_COME
                        || terms.windowHours() >= 1 && terms.windowHours() <= GIFT_WINDOW_HOURS_MAX,
                "gift.windowHours",
                "gift-window");
        check(
                faults,
                terms.pickupHours() >= GIFT_PICKUP_HOURS_MIN && terms.pickupHours() <= GIFT_PICKUP_HOURS_MAX,
                "gift.pickupHours",
                "gift-pickup");
        return faults;
    }

    /** A device has its own numbers and its own wipe record, and what is lent, swapped or given is one thing. */
    private List<FieldFault> faultsOfStock(Offer offer) {
        var stock = offer.stock();
        if (stock == null) {
            return List.of();
        }
        var faults = new ArrayList<FieldFault>();
        check(faults, stock >= 1 && stock <= STOCK_MAX, STOCK, "stock-range");
        check(
                faults,
                offer.forSale() && offer.rental() == null && offer.swap() == null && offer.gift() == null,
                STOCK,
                "stock-only-sold");
        check(faults, offer.categoryCode() == null || !holdsData.test(offer.categoryCode()), STOCK, "stock-of-devices");
        return faults;
    }

    private @Nullable Category categoryOf(Offer offer) {
        var code = offer.categoryCode();
        return code == null ? null : catalog.category(code).orElse(null);
    }

    private static boolean isKnownOrNothing(@Nullable String code, Function<String, Optional<?>> lookup) {
        return code == null || lookup.apply(code).isPresent();
    }

    private static boolean isPriceOrNothing(@Nullable Money price) {
        return price == null
                || price.currency().equals(Money.CNY) && price.amount() >= 1 && price.amount() <= PRICE_FEN_MAX;
    }

    private static boolean isParcelOrNothing(@Nullable ShippingTerms terms) {
        return terms == null || terms.parcelGrams() >= 1 && terms.parcelGrams() <= ShippingTerms.PARCEL_GRAMS_MAX;
    }

    private static boolean isInCityOrNothing(@Nullable Place place) {
        return place == null
                || place.lat() >= SOUTH && place.lat() <= NORTH && place.lon() >= WEST && place.lon() <= EAST;
    }

    private static boolean isPlainText(String text, boolean linesAllowed) {
        return text.codePoints().allMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL -> linesAllowed && (character == '\n' || character == '\t' || character == '\r');
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> character < 0x202A || character > 0x202E;
        });
    }

    private static void check(List<FieldFault> faults, boolean holds, String field, String rule) {
        if (!holds) {
            faults.add(fault(field, rule));
        }
    }

    private static FieldFault fault(String field, String rule) {
        return new FieldFault(field, "listing.field." + rule);
    }
}
