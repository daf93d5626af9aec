package io.xunshi.platform.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether an organisation may take a side in a deal. */
public sealed interface GateVerdict {

    /** @param licences those that let it, to be kept with the deal */
    record Allowed(List<UsedLicence> licences) implements GateVerdict {
        public Allowed {
            licences = List.copyOf(licences);
        }
    }

    /** @param missing what it lacks, never empty */
    record Refused(List<MissingLicence> missing) implements GateVerdict {
        public Refused {
            missing = List.copyOf(missing);
        }
    }

    /** @param validTo its last day in the city; null where it has none */
    record UsedLicence(
            UUID id,
            LicenceKind kind,
            String number,
            @Nullable LocalDate validTo) {}

    record MissingLicence(LicenceKind kind, Reason reason) {}

    /** Why a licence does not help; of several that do not, what is said is what helps most to mend it. */
    enum Reason {
        /** None was ever approved, or in review. */
        NONE,
        /** An officer has not decided about it yet. */
        IN_REVIEW,
        NOT_YET_VALID,
        EXPIRED,
        /** It is for other materials. */
        OUT_OF_SCOPE,
        /** It holds elsewhere. */
        OUT_OF_AREA
    }
}
