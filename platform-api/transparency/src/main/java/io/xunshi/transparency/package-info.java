/**
 * A transparency log as plain functions: RFC 6962 hashing and proofs, C2SP tlog-tiles and signed notes, canonical
 * records, the statistics fold, and a verifier that needs nothing but HTTP. Depends on the JDK alone, so that a
 * stranger can read all that a proof rests on.
 */
@NullMarked
package io.xunshi.transparency;

import org.jspecify.annotations.NullMarked;
