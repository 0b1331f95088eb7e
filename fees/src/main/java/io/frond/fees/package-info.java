@NullMarked
package io.frond.fees;

import org.jspecify.annotations.NullMarked;
