package io.xunshi.platform.http;

import io.xunshi.platform.kernel.ProblemException;
import java.util.List;

/**
 * A field that breaks a rule which only the business knows.
 *
 * @param field the path as the caller wrote it
 * @param rule a key of the module's texts, <code>listing.field.title-length</code>
 */
public record FieldFault(String field, String rule) {
    /** Under this name {@link HttpProblem#INVALID} carries its faults until they are put in words. */
    public static final String EXTENSION = "fieldFaults";

    /** A refusal that names all faults at once, so that nobody mends them one by one. */
    public static ProblemException refuse(List<FieldFault> faults) {
        return HttpProblem.INVALID.raise().with(EXTENSION, List.copyOf(faults));
    }
}
