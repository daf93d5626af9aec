package io.xunshi.infra.simulation.carrier;

import io.xunshi.infra.simulation.http.CommandRefused;
import io.xunshi.infra.simulation.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All parcels, in memory and in a journal from which they are read at the start. */
final class ParcelBook implements AutoCloseable {

    private final SequencedMap<String, Parcel> parcels = new LinkedHashMap<>();
    private final Journal<Parcel> journal;
    private final Clock clock;

    private volatile Consumer<Parcel> onChange = _ -> {};

    ParcelBook(Path folder, Clock clock) {
        this.clock = clock;
        journal = Journal.open(folder.resolve("parcels.jsonl"), Parcel.class, this::remember);
    }

    void onChange(Consumer<Parcel> listener) {
        onChange = listener;
    }

    synchronized Optional<Parcel> find(String reference) {
        return Optional.ofNullable(parcels.get(reference));
    }

    synchronized List<Parcel> latestFirst() {
        return List.copyOf(parcels.values()).reversed();
    }

    /** The parcel of that reference, which is made where there is none: a repetition makes no second one. */
    synchronized Parcel findOrAdd(String reference, Supplier<Parcel> made) {
        return find(reference).orElseGet(() -> keep(made.get()));
    }

    /**
     * Moves it on.
     *
     * @throws CommandRefused where it cannot go there
     */
    synchronized Parcel move(String reference, ParcelStatus to, String place) {
        return change(reference, parcel -> {
            if (!parcel.status().next().contains(to)) {
                throw new CommandRefused("A parcel that is " + parcel.status() + " cannot become " + to);
            }
            return parcel.movedTo(to, clock.instant(), place);
        });
    }

    /** @throws CommandRefused where the carrier does not have it */
    synchronized Parcel damage(String reference, String place) {
        return change(reference, parcel -> {
            if (!parcel.status().isUnderWay()) {
                throw new CommandRefused("Only a parcel that is under way can be damaged");
            }
            return parcel.damaged(clock.instant(), place);
        });
    }

    /** Called off if the carrier does not have it yet; otherwise as it is. */
    synchronized Optional<Parcel> cancel(String reference) {
        return find(reference)
                .map(parcel -> parcel.status() == ParcelStatus.BOOKED
                        ? keep(parcel.movedTo(ParcelStatus.CANCELLED, clock.instant(), parcel.from()))
                        : parcel);
    }

    @Override
    public void close() {
        journal.close();
    }

    private Parcel change(String reference, UnaryOperator<Parcel> change) {
        Parcel parcel = find(reference).orElseThrow(() -> new CommandRefused("There is no parcel " + reference));
        return keep(change.apply(parcel));
    }

    private Parcel keep(Parcel parcel) {
        journal.append(parcel);
        remember(parcel);
        onChange.accept(parcel);
        return parcel;
    }

    private void remember(Parcel parcel) {
        parcels.put(parcel.reference(), parcel);
    }
}
