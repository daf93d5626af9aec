package io.xunshi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.catalog.District;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.Place;
import io.xunshi.platform.listing.domain.Offer;
import io.xunshi.platform.listing.domain.OfferRules;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.sample.Plan.Day;
import io.xunshi.sample.Plan.Offering;
import io.xunshi.sample.Plan.Purchase;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PlannerTests {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final int PEOPLE = 50;

    private final Catalog catalog = catalog();
    private final Plan plan = plan(7);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertThat(plan(7)).isEqualTo(plan);
        assertThat(plan(8)).isNotEqualTo(plan);
    }

    @Test
    void everyDistrictHasListings() {
        assertThat(offerings())
                .extracting(Offering::districtCode)
                .containsAll(catalog.districts().stream().map(District::code).toList());
    }

    @Test
    void everyListingMayBePublished() {
        var rules = new OfferRules(catalog, category -> false);
        assertThat(offerings())
                .allSatisfy(offering -> assertThat(rules.faultsOfPublication(offer(offering), 1))
                        .isEmpty());
    }

    @Test
    void nothingIsBoughtTwiceOrBeforeItIsOfferedOrByItsSeller() {
        Set<Offering> onOffer = new HashSet<>();
        for (Day day : plan.days()) {
            for (Purchase purchase : day.bought()) {
                assertThat(onOffer.remove(purchase.offering())).isTrue();
                assertThat(purchase.buyer()).isNotEqualTo(purchase.offering().seller());
            }
            onOffer.addAll(day.published());
        }
    }

    @Test
    void theDaysEndAtTheLastOne() {
        assertThat(plan.days()).hasSize(90);
        assertThat(plan.days().getLast().date()).isEqualTo(LAST_DAY);
    }

    @Test
    void aPictureIsAJpegThatItsSeedDecides() {
        var studio = new PictureStudio();
        var picture = studio.photograph("bicycle", new Random(1));
        assertThat(picture).startsWith(0xFF, 0xD8).isEqualTo(studio.photograph("bicycle", new Random(1)));
    }

    private Plan plan(long seed) {
        return new Planner(catalog, PEOPLE, seed).plan(LAST_DAY, 90, 1_000, 300);
    }

    private List<Offering> offerings() {
        return plan.days().stream().flatMap(day -> day.published().stream()).toList();
    }

    private Offer offer(Offering offering) {
        var category = catalog.category(offering.good().category()).orElseThrow();
        return new Offer(
                offering.title(),
                offering.description(),
                category.code(),
                Answers.to(category, offering.title(), new Random(offering.seed())),
                offering.conditionCode(),
                Money.fen(offering.priceFen()),
                offering.districtCode(),
                new Place(offering.lat(), offering.lon()),
                List.of(new PhotoId(new UUID(0, 1))));
    }

    private static Catalog catalog() {
        try (var context = new AnnotationConfigApplicationContext()) {
            // What stands in files, without what the same module keeps in a database.
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
            context.scan("io.xunshi.platform.catalog.usecase");
            context.refresh();
            return context.getBean(Catalog.class);
        }
    }
}
