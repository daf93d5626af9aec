package io.xunshi.platform.purpose.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.purpose.PurposeBoundAccess;
import io.xunshi.platform.purpose.PurposeEvents.PersonalDataSeen;
import io.xunshi.platform.purpose.PurposeProblem;
import io.xunshi.platform.purpose.Sight;
import io.xunshi.platform.purpose.domain.Look;
import io.xunshi.platform.purpose.domain.Purpose;
import io.xunshi.platform.purpose.storage.OfficerLookRepository;
import io.xunshi.platform.purpose.storage.PurposeRepository;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets officers look for a purpose that they have declared, and writes it down. */
@Component
class RecordedLooks implements PurposeBoundAccess {
    private final PurposeRepository purposes;
    private final OfficerLookRepository looks;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    RecordedLooks(
            PurposeRepository purposes,
            OfficerLookRepository looks,
            EventPublisher events,
            IdGenerator ids,
            Clock clock) {
        this.purposes = purposes;
        this.looks = looks;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Mono<Void> record(
            AccountId officer,
            @Nullable UUID purpose,
            Sight sight,
            @Nullable UUID thing,
            Collection<AccountId> people) {
        return openPurpose(officer, purpose)
                .flatMapMany(declared -> Flux.fromStream(whose(people))
                        .map(person -> look(declared, sight, thing, person.orElse(null)))
                        .concatMap(this::record))
                .then();
    }

    private Mono<Purpose> openPurpose(AccountId officer, @Nullable UUID id) {
        return Mono.justOrEmpty(id)
                .flatMap(purposes::find)
                .filter(purpose -> purpose.officer().equals(officer))
                .switchIfEmpty(Mono.error(PurposeProblem.NEEDED::raise))
                .filter(purpose -> purpose.covers(clock.instant()))
                .switchIfEmpty(Mono.error(PurposeProblem.OVER::raise));
    }

    private static Stream<Optional<AccountId>> whose(Collection<AccountId> people) {
        return people.isEmpty()
                ? Stream.of(Optional.empty())
                : people.stream().distinct().map(Optional::of);
    }

    private Look look(Purpose purpose, Sight sight, @Nullable UUID thing, @Nullable AccountId person) {
        return new Look(ids.next(), purpose, sight, thing, person, clock.instant(), null);
    }

    private Mono<Void> record(Look look) {
        var purpose = look.purpose();
        return looks.add(look)
                .then(events.publish(new PersonalDataSeen(
                        ids.next(),
                        look.at(),
                        look.id(),
                        purpose.officer(),
                        look.person(),
                        purpose.kind(),
                        look.sight(),
                        purpose.statementHash())));
    }
}
