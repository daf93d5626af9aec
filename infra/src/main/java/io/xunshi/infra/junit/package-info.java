/** Real servers for tests: {@link io.xunshi.infra.junit.WithServers} on a test class starts what the class needs. */
@NullMarked
package io.xunshi.infra.junit;

import org.jspecify.annotations.NullMarked;
