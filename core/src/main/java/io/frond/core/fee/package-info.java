/** What a transaction costs: resources, quotes and bills. Part of consensus. */
@NullMarked
package io.frond.core.fee;

import org.jspecify.annotations.NullMarked;
