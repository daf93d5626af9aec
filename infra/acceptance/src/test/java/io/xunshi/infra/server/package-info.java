@NullMarked
package io.xunshi.infra.server;

import org.jspecify.annotations.NullMarked;
