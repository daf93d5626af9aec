/**
 * A believable past for a new installation: people, listings and ninety days of trades, made by the platform's own use
 * cases under a clock that moves. No part of the server knows of it.
 */
@NullMarked
package io.xunshi.sample;

import org.jspecify.annotations.NullMarked;
