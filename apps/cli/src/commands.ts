import type { CommandStreams } from "./json-command.ts";

export interface Command {
  /** One or two words. */
  readonly name: string;
  readonly summary: string;
  readonly run: (words: readonly string[], streams: CommandStreams) => Promise<number>;
}

/** Every command of `fibril`; adding one is adding a row. */
export const commands: readonly Command[] = [];
