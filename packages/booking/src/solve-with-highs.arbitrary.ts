/** The solver `highs` as the tests' oracle, without a limit of time: the instances of the tests are tiny. */
import loadHighs from "highs";
import { minimiseWithHighs } from "./replan/minimise-with-highs.ts";

export const minimiseByHighs = minimiseWithHighs(await loadHighs(), { secondsLeft: () => Infinity, within: 1e-6 });
