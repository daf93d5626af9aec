package io.xunshi.platform.organisation;

import io.xunshi.platform.kernel.ProblemException;
import io.xunshi.platform.organisation.GateVerdict.Allowed;
import io.xunshi.platform.organisation.GateVerdict.MissingLicence;
import io.xunshi.platform.organisation.GateVerdict.Refused;
import java.time.Instant;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import reactor.core.publisher.Mono;

/**
 * Who may trade what: material × side × licences × area × instant. Ask it when an offer is listed, a bid placed, a
 * contract signed and a load dispatched: a licence that ended in between stops the next step.
 */
public interface TradingGate {

    /**
     * Raises {@link OrganisationProblem#NOT_FOUND} and, for no such material,
     * {@link io.xunshi.platform.catalog.CatalogProblem#NO_SUCH_MATERIAL}.
     *
     * @param areaCode where the goods change hands: the code of a district, or {@link TradeArea#OUTSIDE}
     * @param at the moment that counts; only what was approved by then does
     */
    Mono<GateVerdict> judge(
            OrganisationId organisation, String materialCode, TradeSide side, String areaCode, Instant at);

    /** The same, where a refusal ends the matter: raises {@link #refusal}. */
    default Mono<Allowed> require(
            OrganisationId organisation, String materialCode, TradeSide side, String areaCode, Instant at) {
        return judge(organisation, materialCode, side, areaCode, at).map(verdict -> switch (verdict) {
            case Allowed allowed -> allowed;
            case Refused refused -> throw refusal(refused);
        });
    }

    /**
     * {@link OrganisationProblem#LICENCES_MISSING}, with the licences in words and in a member <code>missing</code>.
     */
    static ProblemException refusal(Refused refused) {
        var missing = refused.missing();
        return OrganisationProblem.LICENCES_MISSING
                .raise(words(
                        "organisation.licences." + missing.size(),
                        missing.stream().map(TradingGate::words).toArray()))
                .with("missing", List.copyOf(missing));
    }

    private static Object words(MissingLicence missing) {
        return words("organisation.missing." + missing.reason(), words("organisation.licence." + missing.kind()));
    }

    /** Texts are put in the reader's language where the problem is written. */
    private static DefaultMessageSourceResolvable words(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
