package io.frond.core.log;

class MemoryChainLogTest extends ChainLogContract {
  @Override
  ChainLog open() {
    return ChainLog.inMemory();
  }
}
