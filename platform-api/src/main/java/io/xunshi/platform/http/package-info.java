/**
 * What every endpoint has in common: who may call it and how often, how a refusal looks on the wire, retries that take
 * effect once, edits that notice each other. Owns http.idempotency. Knows no endpoint by name.
 */
@NullMarked
@ApplicationModule(displayName = "HTTP", allowedDependencies = "kernel")
package io.xunshi.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
