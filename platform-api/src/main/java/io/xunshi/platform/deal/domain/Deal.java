package io.xunshi.platform.deal.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealState;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal.
 *
 * @param contractText what is signed, see {@link ContractText}
 * @param contractHash its SHA-256 in UTF-8, hexadecimal
 * @param signatures in the order in which they were given, at most one of a side
 * @param signBy until when both have to sign
 */
public record Deal(
        DealId id,
        String code,
        LotId lot,
        OrganisationId seller,
        OrganisationId buyer,
        DealState state,
        ContractTerms terms,
        String areaCode,
        String contractText,
        String contractHash,
        List<Signature> signatures,
        Instant agreedAt,
        Instant signBy) {

    public Deal {
        signatures = List.copyOf(signatures);
    }

    public OrganisationId organisation(Party party) {
        return party == Party.SELLER ? seller : buyer;
    }

    public boolean isSignedBy(Party party) {
        return signatures.stream().anyMatch(signature -> signature.party() == party);
    }

    /** Whether a side may and has to sign. */
    public boolean waitsFor(Party party, Instant now) {
        return state == DealState.AGREED && now.isBefore(signBy) && !isSignedBy(party);
    }

    /** For other modules; empty for a contract of the first template, which does not say how it is settled. */
    public Optional<DealView> view() {
        var rules = terms.rules();
        return rules == null
                ? Optional.empty()
                : Optional.of(new DealView(
                        id,
                        code,
                        lot,
                        seller,
                        buyer,
                        state,
                        terms.materialCode(),
                        terms.materialName(),
                        terms.materialEdition(),
                        areaCode,
                        terms.measure(),
                        terms.quantity(),
                        terms.price(),
                        terms.value(),
                        rules.terms(terms.quantity(), terms.toleranceBasisPoints()),
                        rules.deliveryCode(),
                        rules.paymentCode(),
                        agreedAt,
                        signBy));
    }

    /** @param person null where they were erased */
    public record Signature(Party party, @Nullable AccountId person, Instant at) {}
}
