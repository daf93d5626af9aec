@NullMarked
package io.xunshi.infra.junit;

import org.jspecify.annotations.NullMarked;
