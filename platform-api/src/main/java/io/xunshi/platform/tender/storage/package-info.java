/** The tables of the schema tender. */
@NullMarked
package io.xunshi.platform.tender.storage;

import org.jspecify.annotations.NullMarked;
