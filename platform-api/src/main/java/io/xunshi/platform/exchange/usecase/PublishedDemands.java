package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.Asked;
import io.xunshi.platform.exchange.Demands;
import io.xunshi.platform.exchange.domain.Demand;
import io.xunshi.platform.exchange.storage.DemandRepository;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What other modules ask about demands. */
@Component
class PublishedDemands implements Demands {
    private final DemandRepository demands;
    private final JudgeOffer judgeOffer;

    PublishedDemands(DemandRepository demands, JudgeOffer judgeOffer) {
        this.demands = demands;
        this.judgeOffer = judgeOffer;
    }

    @Override
    public Mono<OrganisationId> buyerOf(UUID demand) {
        return demands.find(demand).map(Demand::buyer);
    }

    @Override
    public Mono<List<FieldFault>> faultsOf(Asked asked) {
        return judgeOffer.faultsOf(asked);
    }
}
