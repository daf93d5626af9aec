/** Runs every test that there is and counts them: Java, web client, browser. */
@NullMarked
package io.xunshi.infra.launcher.test;

import org.jspecify.annotations.NullMarked;
