package io.xunshi.platform.http;

import io.xunshi.platform.kernel.ProblemException;
import java.util.List;
import java.util.Locale;

/** Puts refusals in words where one answer carries several of them, one for each row of a file. */
public interface RefusalTexts {

    /**
     * What is wrong, field by field; where the refusal is about no field, the one entry has an empty one and the code
     * of the problem.
     *
     * @param preferred by the reader; Chinese unless that is English
     */
    List<FieldError> inWords(ProblemException refused, Locale preferred);
}
