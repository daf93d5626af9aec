package io.xunshi.platform.corner.usecase;

import io.xunshi.platform.corner.CornerProblem;
import io.xunshi.platform.corner.domain.Card;
import io.xunshi.platform.corner.storage.CornerRepository;
import io.xunshi.platform.corner.storage.CornerRepository.Desk;
import io.xunshi.platform.corner.storage.ReaderRepository;
import io.xunshi.platform.corner.storage.SchoolRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.kernel.ShortCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which corner a librarian keeps. Everything that librarians do begins here, so what belongs to another school does not
 * exist for them.
 */
@Component
class Desks {
    private final CornerRepository corners;
    private final SchoolRepository school;
    private final ReaderRepository readers;
    private final Clock clock;

    Desks(CornerRepository corners, SchoolRepository school, ReaderRepository readers, Clock clock) {
        this.corners = corners;
        this.school = school;
        this.readers = readers;
        this.clock = clock;
    }

    /** Raises {@link CornerProblem#NOT_AT_A_CORNER}. */
    Mono<Desk> of(AccountId librarian) {
        return corners.findDesk(librarian).switchIfEmpty(Mono.error(CornerProblem.NOT_AT_A_CORNER::raise));
    }

    /**
     * The open term, which stays open until the caller's transaction ends; raises {@link CornerProblem#NO_OPEN_TERM}.
     */
    Mono<UUID> termAt(Desk desk) {
        return Mono.justOrEmpty(desk.term())
                .flatMap(term -> school.keepOpen(desk.corner(), term))
                .switchIfEmpty(Mono.error(CornerProblem.NO_OPEN_TERM::raise))
                .map(term -> term.id());
    }

    /** A card in use; raises {@link CornerProblem#NO_SUCH_CARD} or {@link CornerProblem#CARD_REPLACED}. */
    Mono<Card> cardAt(Desk desk, String code) {
        return readers.find(desk.corner(), ShortCode.normalize(code))
                .switchIfEmpty(Mono.error(CornerProblem.NO_SUCH_CARD::raise))
                .flatMap(card -> card.replaced() ? Mono.error(CornerProblem.CARD_REPLACED.raise()) : Mono.just(card));
    }

    /** The day it is in the city. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    }
}
