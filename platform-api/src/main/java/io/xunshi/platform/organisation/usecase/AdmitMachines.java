package io.xunshi.platform.organisation.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MachineMembers;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.storage.MemberRepository;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets machines act for organisations, and ends it. */
@Component
class AdmitMachines implements MachineMembers {
    private final MemberRepository members;
    private final ActFor actFor;
    private final Clock clock;

    AdmitMachines(MemberRepository members, ActFor actFor, Clock clock) {
        this.members = members;
        this.actFor = actFor;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> admit(OrganisationId id, AccountId machine, Set<MemberRole> roles) {
        return actFor.alone(id).then(Mono.defer(() -> members.addMachine(id, machine, roles, clock.instant())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> dismiss(OrganisationId id, AccountId machine) {
        return Mono.defer(() -> members.end(id, machine, clock.instant()));
    }
}
