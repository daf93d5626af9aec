package io.xunshi.platform.organisation;

import io.xunshi.platform.identity.AccountId;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Programs that act for organisations (机器成员). To everything that asks for a role they are members; they are told
 * nothing, and are not among the people whom owners invite and dismiss. All of it runs in the caller's transaction.
 */
public interface MachineMembers {

    /**
     * From now on the machine acts for it; nobody else changes who does until the transaction ends. Whether the
     * organisation wants that the caller has found out.
     *
     * @param roles any but {@link MemberRole#OWNER}
     */
    Mono<Void> admit(OrganisationId id, AccountId machine, Set<MemberRole> roles);

    /** It does not any more; changes nothing for one that does not already. */
    Mono<Void> dismiss(OrganisationId id, AccountId machine);
}
