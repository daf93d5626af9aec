/** Contacts, passwords, codes and throttling as rules without a framework. */
@NullMarked
package io.xunshi.platform.identity.domain;

import org.jspecify.annotations.NullMarked;
