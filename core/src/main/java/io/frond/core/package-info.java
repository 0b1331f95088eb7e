/**
 * The front door: {@link io.frond.core.AppChain} puts a chain together and runs it, {@link
 * io.frond.core.ChainRunner} steps it on a thread of the host's. Most hosts import nothing else of
 * this module but the ports that they fill.
 */
@NullMarked
package io.frond.core;

import org.jspecify.annotations.NullMarked;
