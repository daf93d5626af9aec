/**
 * Photos: uploaded straight to the object store, checked by content, re-encoded, served in several sizes. An original
 * is never served: only what we encoded ourselves leaves the house. Documents: PDFs and pictures of papers, handed out
 * only by the module that knows who may read them. Owns the schema media and the keys originals/, photos/ and
 * documents/.
 */
@NullMarked
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel", "http", "objectstore", "identity"})
package io.xunshi.platform.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
