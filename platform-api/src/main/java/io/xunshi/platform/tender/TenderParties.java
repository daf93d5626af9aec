package io.xunshi.platform.tender;

import io.xunshi.platform.organisation.OrganisationId;
import java.util.Set;

/**
 * Whom a tender concerns.
 *
 * @param code what people read aloud, <code>E…</code>
 * @param suppliers who quoted, also what was taken back
 */
public record TenderParties(String code, OrganisationId buyer, Set<OrganisationId> suppliers) {
    public TenderParties {
        suppliers = Set.copyOf(suppliers);
    }
}
