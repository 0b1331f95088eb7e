@NullMarked
package io.frond.core;

import org.jspecify.annotations.NullMarked;
