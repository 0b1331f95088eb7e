/** Fee models: integers only, nothing but their arguments and their own state. */
@NullMarked
package io.frond.fees.model;

import org.jspecify.annotations.NullMarked;
