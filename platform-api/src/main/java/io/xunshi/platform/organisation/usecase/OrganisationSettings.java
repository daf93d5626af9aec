package io.xunshi.platform.organisation.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How organisations join.
 *
 * @param pendingMax organisations that somebody may have founded and that are not checked yet
 * @param licencesInReviewMax of one organisation at once
 * @param invitationsMax open ones of one organisation
 * @param invitationValidity how long a code may be used
 */
@ConfigurationProperties("xunshi.organisation")
public record OrganisationSettings(
        @DefaultValue("3") int pendingMax,
        @DefaultValue("20") int licencesInReviewMax,
        @DefaultValue("20") int invitationsMax,
        @DefaultValue("7d") Duration invitationValidity) {}
