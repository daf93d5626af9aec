/** The rules for people, and the desk at which points verify wipe records. */
@NullMarked
package io.xunshi.platform.regulation.web;

import org.jspecify.annotations.NullMarked;
