/** What logs and witnesses say to each other (C2SP tlog-witness), and whom a verifier trusts (C2SP tlog-policy). */
@NullMarked
package io.xunshi.transparency.witness;

import org.jspecify.annotations.NullMarked;
