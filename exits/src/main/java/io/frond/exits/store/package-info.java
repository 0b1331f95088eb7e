/** Where the settlement's state lives: bytes under keys, with undo. */
@NullMarked
package io.frond.exits.store;

import org.jspecify.annotations.NullMarked;
