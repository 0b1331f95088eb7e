/**
 * The parent as a chain sees it: a port split by direction, over bytes. Whatever adapter fills it,
 * what crosses is canonical encodings, and no object is shared.
 */
@NullMarked
package io.frond.core.parent;

import org.jspecify.annotations.NullMarked;
