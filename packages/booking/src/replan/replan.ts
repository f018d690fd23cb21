import { readBoard } from "./answer.ts";
import { openBoard } from "./board.ts";
import { type Effort, improve } from "./improve.ts";
import { insertByRegret } from "./insert.ts";
import type { ReplanAnswer, ReplanCase } from "./replan-case.ts";

/**
 * The first answer to a closed day or an absence: displaced sessions placed one after another by regret, nobody else
 * moved. Every place is legal; the plan need not be the best.
 */
export function planGreedily(given: ReplanCase): ReplanAnswer {
  const board = openBoard(given);
  insertByRegret(board, displacedOf(given));
  return readBoard(given, board);
}

/** A better plan for more time: never worse than `planGreedily`, and the same for the same seed and rounds. */
export function planBetter(given: ReplanCase, effort: Effort): ReplanAnswer {
  const board = openBoard(given);
  insertByRegret(board, displacedOf(given));
  improve(board, effort);
  return readBoard(given, board);
}

function displacedOf({ sessions }: ReplanCase): readonly number[] {
  return sessions.flatMap(({ role }, index) => (role === "displaced" ? [index] : []));
}
