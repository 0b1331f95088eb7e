@NullMarked
package io.frond.testkit;

import org.jspecify.annotations.NullMarked;
