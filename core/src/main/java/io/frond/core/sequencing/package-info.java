/**
 * Makes blocks: due inbox entries first, then transactions in the order of the policy; and promises
 * them in groups, each with one sync of the log and one signature.
 */
@NullMarked
package io.frond.core.sequencing;

import org.jspecify.annotations.NullMarked;
