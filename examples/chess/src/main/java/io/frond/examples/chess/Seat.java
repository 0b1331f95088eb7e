package io.frond.examples.chess;

import io.frond.vm.Account;

/**
 * That an account sits at a board that has not ended. Ordered by account and then game, so what an
 * account still plays is one run of keys.
 */
record Seat(Account player, long game) {}
