/**
 * The privacy centre (个人信息): what is kept about a person, an archive of it, consents, and the erasure of an account
 * (PIPL arts. 44 to 50). Owns the schema privacy. Knows no module by name: each declares its tables as
 * {@link io.xunshi.platform.identity.PersonalData}, and this one runs what they declare, in one transaction. An
 * observer.
 */
@NullMarked
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"kernel", "events", "http", "identity", "messaging"})
package io.xunshi.platform.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
