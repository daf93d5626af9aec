/** Starts, watches and stops the whole platform: the servers, the simulated providers and our two applications. */
@NullMarked
package io.xunshi.infra.launcher.run;

import org.jspecify.annotations.NullMarked;
