@NullMarked
package io.frond.core.log;

import org.jspecify.annotations.NullMarked;
