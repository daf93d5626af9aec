/** What the launcher keeps in its state folder: who runs, on which ports, with which secrets. */
@NullMarked
package io.xunshi.infra.launcher.state;

import org.jspecify.annotations.NullMarked;
