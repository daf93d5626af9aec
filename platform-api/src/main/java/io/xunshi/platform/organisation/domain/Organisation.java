package io.xunshi.platform.organisation.domain;

import io.xunshi.platform.organisation.OrganisationView;
import java.time.Instant;

/**
 * An organisation as its members and officers see it.
 *
 * @param contactName whom to ask for, a person's name
 * @param contactPhone as written
 * @param version of the entity tag
 */
public record Organisation(
        OrganisationView view, String contactName, String contactPhone, Instant foundedAt, long version) {}
