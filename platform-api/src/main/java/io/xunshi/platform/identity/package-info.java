/**
 * Who takes part: accounts (账号), their roles, one-time codes, sessions, real-name checks (实名认证). Owns the schema
 * identity. Contacts and names are encrypted field by field; no other module sees them unmasked.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "events", "http"})
package io.xunshi.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
