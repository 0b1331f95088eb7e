package io.frond.core.sequencing;

import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.SettlementStatus;

/**
 * The parent as it was when it was last asked.
 *
 * @param head its newest closed block
 * @param reference the newest block that has the confirmations which the chain asks for
 * @param status where the settlement stands
 */
public record ParentView(ParentBlock head, ParentBlock reference, SettlementStatus status) {}
