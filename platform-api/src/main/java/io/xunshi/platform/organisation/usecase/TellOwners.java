package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.domain.Invitation;
import io.xunshi.platform.organisation.domain.Paper;
import io.xunshi.platform.organisation.storage.MemberRepository;
import io.xunshi.platform.organisation.storage.OrganisationRepository;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells people what became of their organisation's papers; the last thing in the caller's transaction. */
@Component
class TellOwners {
    private final OrganisationRepository organisations;
    private final MemberRepository members;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellOwners(
            OrganisationRepository organisations,
            MemberRepository members,
            Notices notices,
            IdGenerator ids,
            Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Void> ofDecision(Paper paper) {
        return tell(paper, paper.refusal() == null ? Kind.LICENCE_APPROVED : Kind.LICENCE_REFUSED, Map.of());
    }

    /** @param days until its last day is over */
    Mono<Void> ofEnd(Paper paper, int days) {
        return days == 0
                ? tell(paper, Kind.LICENCE_EXPIRED, Map.of())
                : tell(paper, Kind.LICENCE_ENDING, Map.of("count", String.valueOf(days)));
    }

    /** Whoever was named and has an account; nobody learns here whether anybody was. */
    Mono<Void> ofInvitation(Invitation invitation) {
        return Mono.justOrEmpty(invitation.invitee())
                .flatMap(invitee -> organisations
                        .find(invitation.organisation())
                        .flatMap(organisation -> notices.tell(
                                List.of(new Notice(
                                        invitee, Map.of("title", organisation.name(), "path", "/organisations"))),
                                Kind.ORGANISATION_INVITED,
                                invitation.organisation().value(),
                                ids.next(),
                                clock.instant())));
    }

    private Mono<Void> tell(Paper paper, Kind kind, Map<String, String> more) {
        return organisations
                .find(paper.organisation())
                .flatMap(organisation -> members.peopleOf(paper.organisation(), Set.of(MemberRole.OWNER))
                        .map(owner -> new Notice(owner, said(organisation.name(), paper, more)))
                        .collectList())
                .flatMap(owners ->
                        notices.tell(owners, kind, paper.organisation().value(), ids.next(), clock.instant()));
    }

    private static Map<String, String> said(String name, Paper paper, Map<String, String> more) {
        var said = new HashMap<>(more);
        said.put("title", name);
        said.put("number", paper.licence().number());
        said.put("path", pathOf(paper.organisation()));
        return said;
    }

    private static String pathOf(OrganisationId id) {
        return "/organisations/" + id;
    }
}
