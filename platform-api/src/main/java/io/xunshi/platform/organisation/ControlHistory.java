package io.xunshi.platform.organisation;

import java.time.LocalDate;

/**
 * Who was under one control on which day, by all that is recorded of that day by now: what was not known then may be
 * known today.
 */
public interface ControlHistory {

    /** False where they were under one control on no day, so that no day needs to be looked at. */
    boolean mayHaveBeenUnderOneControl(OrganisationId one, OrganisationId other);

    /** As {@link Organisations#underOneControl}, on a day of the city. */
    boolean wereUnderOneControl(LocalDate day, OrganisationId one, OrganisationId other);
}
