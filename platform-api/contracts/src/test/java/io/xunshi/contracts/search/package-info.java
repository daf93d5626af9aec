/** What the names in the contract must keep to. */
@NullMarked
package io.xunshi.contracts.search;

import org.jspecify.annotations.NullMarked;
