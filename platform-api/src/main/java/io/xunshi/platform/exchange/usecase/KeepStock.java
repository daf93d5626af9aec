package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.domain.OfferRules;
import io.xunshi.platform.exchange.domain.StockAccount;
import io.xunshi.platform.exchange.domain.StockMovement;
import io.xunshi.platform.exchange.domain.StockMovement.Kind;
import io.xunshi.platform.exchange.domain.StockPosition;
import io.xunshi.platform.exchange.storage.StockRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Keeps what an organisation has of each material, as the sum of what came and went. */
@Component
public class KeepStock {
    private static final MemberRole[] MAY_KEEP = {MemberRole.OWNER, MemberRole.TRADER, MemberRole.WEIGHER};

    /** A receipt is entered when it is found, but not years later. */
    private static final int DAYS_BACK_MAX = 366;

    private final StockRepository stock;
    private final Organisations organisations;
    private final Materials materials;
    private final IdGenerator ids;
    private final Clock clock;

    KeepStock(StockRepository stock, Organisations organisations, Materials materials, IdGenerator ids, Clock clock) {
        this.stock = stock;
        this.organisations = organisations;
        this.materials = materials;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something was weighed or counted in. Raises field faults, what {@link Organisations#requireRole} raises, and
     * {@link ExchangeProblem#STOCK_FULL}.
     */
    @Transactional
    public Mono<StockAccount> receive(AccountId person, OrganisationId organisation, Receipt receipt) {
        return organisations
                .requireRole(person, organisation, MAY_KEEP)
                .then(found(receipt.materialCode()))
                .doOnNext(material -> check(faultsOf(receipt, material)))
                .delayUntil(material -> stock.open(organisation, material.code(), Measure.of(material)))
                .flatMap(material -> stock.move(organisation, material.code(), receipt.quantity()))
                .switchIfEmpty(Mono.error(ExchangeProblem.STOCK_FULL::raise))
                .delayUntil(account -> stock.add(movement(person, organisation, receipt)));
    }

    /**
     * A count found something else than the account says. Raises field faults, what {@link Organisations#requireRole}
     * raises, and {@link ExchangeProblem#STOCK_SHORT} where more would be offered than there is.
     */
    @Transactional
    public Mono<StockAccount> correct(AccountId person, OrganisationId organisation, Correction correction) {
        return organisations
                .requireRole(person, organisation, MAY_KEEP)
                .then(found(correction.materialCode()))
                .doOnNext(material -> check(faultsOf(correction, material)))
                .delayUntil(material -> stock.open(organisation, material.code(), Measure.of(material)))
                .flatMap(material -> stock.move(organisation, material.code(), correction.quantity()))
                .switchIfEmpty(shortOf(organisation, correction.materialCode()))
                .delayUntil(account -> stock.add(movement(person, organisation, correction)));
    }

    /** All accounts of an organisation, by material. For its members. */
    public Mono<List<StockAccount>> accounts(AccountId person, OrganisationId organisation) {
        return organisations
                .requireRole(person, organisation, MemberRole.values())
                .then(stock.accountsOf(organisation).collectList());
    }

    /** How an organisation stands in each material. For its members. */
    public Mono<List<StockPosition>> positions(AccountId person, OrganisationId organisation) {
        return organisations
                .requireRole(person, organisation, MemberRole.values())
                .then(stock.positionsOf(organisation).collectList());
    }

    /** Newest first. For its members. */
    public Mono<Page<StockMovement>> movements(
            AccountId person, OrganisationId organisation, @Nullable Cursor after, int limit) {
        return organisations
                .requireRole(person, organisation, MemberRole.values())
                .then(stock.movementsOf(organisation, after, limit + 1).collectList())
                .map(rows -> Page.ofOneMore(rows, limit, movement -> new Cursor(movement.enteredAt(), movement.id())));
    }

    /** Sets aside what a lot offers; raises {@link ExchangeProblem#STOCK_SHORT}. */
    Mono<Void> promise(OrganisationId organisation, String material, long quantity) {
        return stock.promise(organisation, material, quantity)
                .switchIfEmpty(shortOf(organisation, material))
                .then();
    }

    /** What is offered no longer may be offered again. */
    Mono<Void> release(Lot lot) {
        return free(lot, lot.remaining());
    }

    /** Of a lot that has ended, what a deal gave back may be offered again. */
    Mono<Void> free(Lot lot, long quantity) {
        return quantity == 0
                ? Mono.empty()
                : stock.promise(lot.seller(), lot.terms().materialCode(), -quantity)
                        .then();
    }

    /** What was promised of a lot is its buyer's. */
    Mono<Void> deliver(Lot lot, UUID holder, long quantity) {
        var material = lot.terms().materialCode();
        return stock.deliver(lot.seller(), material, quantity)
                .then(stock.add(new StockMovement(
                        ids.next(),
                        lot.seller(),
                        material,
                        Kind.SALE,
                        -quantity,
                        null,
                        lot.code(),
                        today(),
                        lot.id(),
                        holder,
                        null,
                        clock.instant())));
    }

    /** Raises {@link ExchangeProblem#STOCK_SHORT} with what is free. */
    Mono<StockAccount> shortOf(OrganisationId organisation, String material) {
        return stock.find(organisation, material)
                .map(StockAccount::free)
                .defaultIfEmpty(0L)
                .flatMap(free -> Mono.error(ExchangeProblem.STOCK_SHORT.raise().with("free", free)));
    }

    private Mono<Material> found(String code) {
        return materials
                .find(code, today())
                .filter(Material::isLeaf)
                .switchIfEmpty(Mono.error(
                        () -> FieldFault.refuse(List.of(new FieldFault("materialCode", "exchange.field.material")))));
    }

    private List<FieldFault> faultsOf(Receipt receipt, Material material) {
        var faults = new ArrayList<FieldFault>();
        if (!OfferRules.isQuantity(receipt.quantity(), Measure.of(material))) {
            faults.add(new FieldFault("quantity", "exchange.field.quantity"));
        }
        if (receipt.happenedOn().isAfter(today()) || receipt.happenedOn().isBefore(today().minusDays(DAYS_BACK_MAX))) {
            faults.add(new FieldFault("happenedOn", "exchange.field.happened-on"));
        }
        return faults;
    }

    private static List<FieldFault> faultsOf(Correction correction, Material material) {
        return OfferRules.isQuantity(Math.abs(correction.quantity()), Measure.of(material))
                ? List.of()
                : List.of(new FieldFault("quantity", "exchange.field.quantity"));
    }

    private static void check(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw FieldFault.refuse(faults);
        }
    }

    private StockMovement movement(AccountId person, OrganisationId organisation, Receipt receipt) {
        return new StockMovement(
                ids.next(),
                organisation,
                receipt.materialCode(),
                Kind.RECEIPT,
                receipt.quantity(),
                receipt.source(),
                receipt.reference(),
                receipt.happenedOn(),
                null,
                null,
                person,
                clock.instant());
    }

    private StockMovement movement(AccountId person, OrganisationId organisation, Correction correction) {
        return new StockMovement(
                ids.next(),
                organisation,
                correction.materialCode(),
                Kind.CORRECTION,
                correction.quantity(),
                null,
                correction.reason(),
                today(),
                null,
                null,
                person,
                clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }

    /**
     * What came in.
     *
     * @param quantity grams or pieces
     * @param reference the number of the paper receipt
     * @param happenedOn in the city's time
     */
    public record Receipt(String materialCode, long quantity, Source source, String reference, LocalDate happenedOn) {}

    /** @param quantity how much more there is than the account says; negative for less */
    public record Correction(String materialCode, long quantity, String reason) {}
}
