package io.xunshi.platform.search.usecase;

import io.xunshi.contracts.search.ListingDocument;
import io.xunshi.contracts.search.ListingIndexed;
import io.xunshi.platform.catalog.Attribute;
import io.xunshi.platform.catalog.Attribute.Choice;
import io.xunshi.platform.catalog.Attribute.Type;
import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.Category;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingView;
import io.xunshi.platform.media.PhotoView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says everything about a listing that it may be found by, in both languages. */
@Component
public class ListingDocuments {
    private final Catalog catalog;

    ListingDocuments(Catalog catalog) {
        this.catalog = catalog;
    }

    public ListingIndexed message(ListingView listing) {
        var path = path(listing.categoryCode());
        return new ListingIndexed(
                listing.id().value(),
                listing.version(),
                new ListingDocument(
                        listing.code(),
                        listing.title(),
                        listing.description(),
                        path.stream().map(Category::code).toList(),
                        words(listing, path),
                        listing.conditionCode(),
                        listing.districtCode(),
                        listing.price().amount(),
                        listing.price().currency(),
                        listing.place().lat(),
                        listing.place().lon(),
                        Objects.requireNonNullElse(listing.publishedAt(), listing.createdAt()),
                        listing.photos().stream()
                                .findFirst()
                                .map(ListingDocuments::photo)
                                .orElse(null),
                        rental(listing),
                        swap(listing),
                        listing.shipping() != null,
                        listing.left(),
                        ListingCard.usedSince(listing.attributes())));
    }

    private static ListingDocument.@Nullable Rental rental(ListingView listing) {
        var terms = listing.rental();
        return terms == null ? null : new ListingDocument.Rental(terms.perDay().amount(), listing.forSale());
    }

    private static ListingDocument.@Nullable Swap swap(ListingView listing) {
        return listing.swap() == null ? null : new ListingDocument.Swap(listing.forSale());
    }

    private List<Category> path(String categoryCode) {
        var leaf = catalog.category(categoryCode).orElseThrow();
        var root = Optional.ofNullable(leaf.parent()).flatMap(catalog::category);
        return Stream.concat(root.stream(), Stream.of(leaf)).toList();
    }

    private List<String> words(ListingView listing, List<Category> path) {
        var ofCategories = path.stream().flatMap(category -> Stream.of(category.nameZh(), category.nameEn()));
        var ofGrade = catalog.conditionGrade(listing.conditionCode()).stream()
                .flatMap(grade -> Stream.of(grade.nameZh(), grade.nameEn()));
        var ofDistrict = catalog.district(listing.districtCode()).stream()
                .flatMap(district -> Stream.of(district.nameZh(), district.nameEn()));
        var ofAttributes = path.getLast().attributes().stream().flatMap(attribute -> answer(attribute, listing));
        return Stream.of(ofCategories, ofGrade, ofDistrict, ofAttributes)
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    /** Yes or no finds nothing; a number is worth something with its unit only. */
    private static Stream<String> answer(Attribute attribute, ListingView listing) {
        var value = listing.attributes().get(attribute.code());
        if (value == null || attribute.type() == Type.BOOLEAN) {
            return Stream.empty();
        }
        return switch (attribute.type()) {
            case CHOICE ->
                attribute.choices().stream()
                        .filter(choice -> choice.code().equals(value))
                        .flatMap(ListingDocuments::names);
            case NUMBER -> Stream.of(attribute.unit() == null ? value : value + attribute.unit());
            case TEXT, YEAR, BOOLEAN -> Stream.of(value);
        };
    }

    private static Stream<String> names(Choice choice) {
        return Stream.of(choice.nameZh(), choice.nameEn());
    }

    private static ListingDocument.Photo photo(PhotoView photo) {
        return new ListingDocument.Photo(
                photo.id().value().toString(),
                photo.width(),
                photo.height(),
                photo.placeholder(),
                photo.variants().stream()
                        .map(variant -> new ListingDocument.Variant(variant.width(), variant.height(), variant.url()))
                        .toList());
    }
}
