package io.xunshi.platform.kernel;

import java.util.List;
import java.util.Map;

/**
 * One way in which a request can be refused. Every module lists its own in one enum. Texts stand in <code>
 * messages/&lt;module&gt;.properties</code> under <code>&lt;code&gt;.title</code> and <code>&lt;code&gt;.detail</code>;
 * the detail may use the arguments as {0}, {1} …
 */
public interface ProblemCode {

    /** <code>module.kebab-case-fact</code>; part of the API, never renamed. */
    String code();

    ProblemCategory category();

    /** The refusal as an exception, to be thrown or put into a chain. */
    default ProblemException raise(Object... arguments) {
        return new ProblemException(this, List.of(arguments), Map.of());
    }
}
