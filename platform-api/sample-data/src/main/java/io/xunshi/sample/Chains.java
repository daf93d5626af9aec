package io.xunshi.sample;

import io.xunshi.platform.custody.domain.Batch;
import io.xunshi.platform.custody.domain.BatchKind;
import io.xunshi.platform.custody.domain.Output;
import io.xunshi.platform.custody.domain.ProcessKind;
import io.xunshi.platform.custody.domain.Site;
import io.xunshi.platform.custody.usecase.EnterBatch;
import io.xunshi.platform.custody.usecase.EnterBatch.Arrival;
import io.xunshi.platform.custody.usecase.EnterBatch.Input;
import io.xunshi.platform.custody.usecase.EnterBatch.Work;
import io.xunshi.platform.custody.usecase.KeepSites;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.Source;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How the recycler came by what it sold: two receipts, sorted, shredded, and put together for the lot. */
class Chains {
    private static final long KILOGRAM = 1_000;
    private static final String EXTRUSIONS = "NF-AL-EXT-O";
    private static final String SHEET = "NF-AL-SHT-M";

    private final KeepSites keepSites;
    private final EnterBatch enterBatch;
    private final Firms firms;

    Chains(KeepSites keepSites, EnterBatch enterBatch, Firms firms) {
        this.keepSites = keepSites;
        this.enterBatch = enterBatch;
        this.firms = firms;
    }

    /** After the lot is offered. */
    Mono<Void> happen(LotId lot) {
        return firms.actingFor(
                        People.RECYCLER,
                        (owner, yard) -> keepSites
                                .open(owner, yard, "回郭镇料场", "ZZ-GY", "回郭镇工业路 1 号")
                                .flatMap(site -> new Shift(owner, yard, site).chain(lot)))
                .then();
    }

    /** Who works at which site. */
    private final class Shift {
        private final AccountId owner;
        private final OrganisationId yard;
        private final Site site;

        Shift(AccountId owner, OrganisationId yard, Site site) {
            this.owner = owner;
            this.yard = yard;
            this.site = site;
        }

        Mono<Batch> chain(LotId lot) {
            return received(9_000, Source.PRODUCTIVE_UNIT, "GP-2611-07")
                    .flatMap(works ->
                            received(3_000, Source.RESIDENTS, "JM-2611-31").flatMap(homes -> sorted(works, homes)))
                    .flatMap(this::shredded)
                    .flatMap(shred -> merged(shred, lot));
        }

        private Mono<Batch> received(long kilograms, Source source, String reference) {
            return enterBatch.receive(
                    owner, yard, new Arrival(site.id(), output(EXTRUSIONS, kilograms), source, reference, today()));
        }

        private Mono<Batch> sorted(Batch works, Batch homes) {
            return enter(
                    BatchKind.PROCESSING,
                    ProcessKind.SORTING,
                    List.of(whole(works), whole(homes)),
                    List.of(output(EXTRUSIONS, 11_500), output(SHEET, 300)),
                    200,
                    null);
        }

        private Mono<Batch> shredded(Batch sorted) {
            return enter(
                    BatchKind.PROCESSING,
                    ProcessKind.SHREDDING,
                    List.of(new Input(sorted.made().getFirst().id(), 11_500 * KILOGRAM)),
                    List.of(output(EXTRUSIONS, 11_400)),
                    100,
                    null);
        }

        private Mono<Batch> merged(Batch shred, LotId lot) {
            return enter(
                    BatchKind.MERGE,
                    null,
                    List.of(new Input(shred.made().getFirst().id(), 7_000 * KILOGRAM)),
                    List.of(output(EXTRUSIONS, 7_000)),
                    0,
                    lot);
        }

        private Mono<Batch> enter(
                BatchKind kind,
                @Nullable ProcessKind process,
                List<Input> inputs,
                List<Output> outputs,
                long lossKilograms,
                @Nullable LotId lot) {
            return enterBatch.compose(
                    owner,
                    yard,
                    new Work(kind, site.id(), process, inputs, outputs, lossKilograms * KILOGRAM, lot, "", today()));
        }
    }

    private static Input whole(Batch batch) {
        var parcel = batch.made().getFirst();
        return new Input(parcel.id(), parcel.grams());
    }

    private static Output output(String material, long kilograms) {
        return new Output(material, kilograms * KILOGRAM, null);
    }

    private static LocalDate today() {
        return LocalDate.now(CityTime.ZONE);
    }
}
