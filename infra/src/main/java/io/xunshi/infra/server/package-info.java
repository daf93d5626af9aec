/**
 * The real servers that the platform needs, started without Docker: PostgreSQL, Redis, Elasticsearch and an S3 store.
 *
 * <p>The launcher and the tests use this one implementation.
 */
@NullMarked
package io.xunshi.infra.server;

import org.jspecify.annotations.NullMarked;
