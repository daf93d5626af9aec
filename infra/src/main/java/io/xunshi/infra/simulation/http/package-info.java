/** What the simulated providers have in common: requests in, answers, pages and misbehaviour out. */
@NullMarked
package io.xunshi.infra.simulation.http;

import org.jspecify.annotations.NullMarked;
