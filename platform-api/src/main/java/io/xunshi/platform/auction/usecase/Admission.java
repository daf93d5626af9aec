package io.xunshi.platform.auction.usecase;

import io.xunshi.platform.auction.AuctionProblem;
import io.xunshi.platform.auction.domain.Bidder;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.GateVerdict;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether an organisation may bid at an auction at this moment, whatever it would bid. */
@Component
class Admission {
    private final Organisations organisations;
    private final TradingGate gate;
    private final Clock clock;

    Admission(Organisations organisations, TradingGate gate, Clock clock) {
        this.organisations = organisations;
        this.gate = gate;
        this.clock = clock;
    }

    Mono<Standing> of(Sale sale, OrganisationId bidder) {
        var lot = sale.lot();
        return organisations
                .underOneControl(lot.seller(), bidder)
                .flatMap(controlled -> gate.judge(bidder, lot.material(), TradeSide.BUYER, lot.area(), clock.instant())
                        .map(verdict -> new Standing(controlled, verdict)));
    }

    /** The same, where a refusal ends the matter. */
    Mono<Standing> require(Sale sale, OrganisationId bidder) {
        return of(sale, bidder).flatMap(standing -> {
            if (standing.controlledWithSeller()) {
                return Mono.error(AuctionProblem.CONTROLLED_WITH_SELLER.raise());
            }
            return standing.isLicensed() ? Mono.just(standing) : Mono.error(standing.missingLicences());
        });
    }

    /** What is known of an organisation before it bids. */
    record Standing(boolean controlledWithSeller, GateVerdict verdict) {

        boolean isLicensed() {
            return verdict instanceof GateVerdict.Allowed;
        }

        Bidder bidder(boolean depositHeld) {
            return new Bidder(depositHeld, isLicensed(), controlledWithSeller);
        }

        /** @throws IllegalStateException where none is missing */
        ProblemException missingLicences() {
            if (verdict instanceof Refused refused) {
                return TradingGate.refusal(refused);
            }
            throw new IllegalStateException("No licence is missing");
        }
    }
}
