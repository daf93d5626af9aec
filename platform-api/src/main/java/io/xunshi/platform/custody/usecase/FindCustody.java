package io.xunshi.platform.custody.usecase;

import io.xunshi.platform.custody.CustodyProblem;
import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.Held;
import io.xunshi.platform.custody.domain.Parcel;
import io.xunshi.platform.custody.domain.Recipe;
import io.xunshi.platform.custody.storage.CustodyBatchRepository;
import io.xunshi.platform.custody.storage.ParcelRepository;
import io.xunshi.platform.custody.storage.RecipeRepository;
import io.xunshi.platform.exchange.StockPostings;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What members read of their organisation's parcels and batches. */
@Component
public class FindCustody {
    private final Organisations organisations;
    private final ParcelRepository parcels;
    private final CustodyBatchRepository batches;
    private final RecipeRepository recipes;
    private final StockPostings stock;
    private final Clock clock;

    FindCustody(
            Organisations organisations,
            ParcelRepository parcels,
            CustodyBatchRepository batches,
            RecipeRepository recipes,
            StockPostings stock,
            Clock clock) {
        this.organisations = organisations;
        this.parcels = parcels;
        this.batches = batches;
        this.recipes = recipes;
        this.stock = stock;
        this.clock = clock;
    }

    /** Parcels of which something is left, newest first. */
    public Mono<Page<Parcel>> parcels(
            AccountId person,
            OrganisationId organisation,
            @Nullable UUID site,
            @Nullable String material,
            @Nullable Cursor after,
            int limit) {
        return member(person, organisation)
                .then(parcels.findLeft(organisation, site, material, after, limit + 1)
                        .collectList())
                .map(rows -> Page.ofOneMore(rows, limit, parcel -> new Cursor(parcel.madeAt(), parcel.id())));
    }

    /** Newest first. */
    public Mono<Page<Batch>> batches(AccountId person, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return member(person, organisation)
                .then(batches.findOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, batch -> new Cursor(batch.enteredAt(), batch.id())));
    }

    /** One of the organisation's own; raises {@link CustodyProblem#BATCH_NOT_FOUND}. */
    public Mono<Batch> batch(AccountId person, UUID id) {
        return batches.find(id)
                .switchIfEmpty(Mono.error(CustodyProblem.BATCH_NOT_FOUND::raise))
                .delayUntil(batch -> member(person, batch.organisation()));
    }

    /** What the account says of each material, and where it stands in parcels; by material. */
    public Mono<List<Balance>> balance(AccountId person, OrganisationId organisation) {
        return member(person, organisation)
                .then(stock.onHand(organisation))
                .flatMap(onHand -> parcels.heldBy(organisation).collectList().map(held -> balance(onHand, held)));
    }

    /** Yield bounds in force today. */
    public Flux<Recipe> recipes() {
        return recipes.findAll(LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
    }

    private Mono<Void> member(AccountId person, OrganisationId organisation) {
        return organisations
                .requireRole(person, organisation, MemberRole.values())
                .then();
    }

    private static List<Balance> balance(Map<String, Long> onHand, List<Held> held) {
        var byMaterial = held.stream().collect(Collectors.groupingBy(Held::materialCode));
        var materials = new TreeSet<>(onHand.keySet());
        materials.addAll(byMaterial.keySet());
        return materials.stream()
                .map(material -> new Balance(
                        material, onHand.getOrDefault(material, 0L), byMaterial.getOrDefault(material, List.of())))
                .toList();
    }

    /**
     * One material of an organisation.
     *
     * @param onHand grams, as the stock account says
     * @param held in parcels, by site
     */
    public record Balance(String materialCode, long onHand, List<Held> held) {

        public Balance {
            held = List.copyOf(held);
        }

        public long inParcels() {
            return held.stream().mapToLong(Held::grams).sum();
        }
    }
}
