/** Where the data of batches is, so that anybody can execute them again. */
@NullMarked
package io.frond.core.data;

import org.jspecify.annotations.NullMarked;
