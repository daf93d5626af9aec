package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.organisation.ControlHistory;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.ControlTies.Tie;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What ties organisations together, from day to day; each day's groups are made when they are first asked for. */
public final class DatedTies implements ControlHistory {
    private final List<DatedTie> ties;
    private final ControlTies ofAllDays;
    private final Map<LocalDate, ControlTies> byDay = new ConcurrentHashMap<>();

    public DatedTies(Collection<DatedTie> ties) {
        this.ties = List.copyOf(ties);
        this.ofAllDays = new ControlTies(ties.stream().map(DatedTie::tie).toList());
    }

    @Override
    public boolean mayHaveBeenUnderOneControl(OrganisationId one, OrganisationId other) {
        return ofAllDays.underOneControl(one, other);
    }

    @Override
    public boolean wereUnderOneControl(LocalDate day, OrganisationId one, OrganisationId other) {
        return byDay.computeIfAbsent(day, this::tiesOn).underOneControl(one, other);
    }

    private ControlTies tiesOn(LocalDate day) {
        return new ControlTies(
                ties.stream().filter(tie -> tie.holdsOn(day)).map(DatedTie::tie).toList());
    }

    /** @param lastDay null while it goes on */
    public record DatedTie(
            Tie tie, LocalDate firstDay, @Nullable LocalDate lastDay) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }
}
