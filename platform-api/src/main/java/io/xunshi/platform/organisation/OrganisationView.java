package io.xunshi.platform.organisation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of an organisation.
 *
 * @param name as registered
 * @param unifiedSocialCreditCode 统一社会信用代码, 18 characters
 * @param districtCode one of the sixteen districts; null outside the city
 * @param place address in the city, or province and city outside it (<code>河南省洛阳市</code>)
 */
public record OrganisationView(
        OrganisationId id,
        String name,
        String unifiedSocialCreditCode,
        OrganisationKind kind,
        OrganisationState state,
        @Nullable String districtCode,
        String place) {

    /** Where it is, as the gate takes it: its district, or {@link TradeArea#OUTSIDE}. */
    public String areaCode() {
        return Objects.requireNonNullElse(districtCode, TradeArea.OUTSIDE);
    }
}
