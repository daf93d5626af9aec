package io.xunshi.platform.counterparty.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;

/** What a side says to the fact that there was a claim (申辩): it stands beside the fact in its own record. */
public record Reply(UUID claim, OrganisationId by, String words, Instant at) {}
