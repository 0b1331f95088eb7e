@NullMarked
package io.frond.exits;

import org.jspecify.annotations.NullMarked;
