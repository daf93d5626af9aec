/**
 * Words that every module speaks: money, ids, short codes, pages, problems. Owns no table and knows no rule of any one
 * module; a class that does goes to that module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package io.xunshi.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
