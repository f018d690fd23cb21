import { createReadStream } from "node:fs";
import { type InputIssue, type JsonReading, type Result, readJson, refuse } from "@fibril/kernel";

/** A command that reads JSON and answers JSON (or text); what is common to all of them stands in contracts of docs/cli.md. */
export interface JsonCommand {
  /** Checks a parsed document and answers it, or lists every issue found. Never throws for bad input. */
  readonly answer: (document: unknown) => Result<unknown, readonly InputIssue[]>;
  /** How an answer is written; JSON in one line where left out. */
  readonly write?: (answer: never) => string;
  /** Whether `--lines` is understood; it is where left out. */
  readonly lines?: boolean;
}

export interface CommandStreams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly write: (text: string) => Promise<void>;
}

const maxBytes = 10 * 1024 * 1024;

/** Runs a JSON command with the words after its name. Exit status 0 answered, 2 the input is not valid. */
export async function runJsonCommand(
  command: JsonCommand,
  words: readonly string[],
  streams: CommandStreams,
): Promise<0 | 2> {
  const flags = words.filter((word) => word.startsWith("-") && word !== "-");
  const files = words.filter((word) => !word.startsWith("-") || word === "-");
  const unknownFlag = flags.find((flag) => flag !== "--lines" || command.lines === false);
  if (unknownFlag !== undefined) return answerInvalid(streams, `unknown flag ${unknownFlag}`);
  const [file] = files;
  if (file === undefined || files.length > 1) return answerInvalid(streams, "give one file, or - for standard input");
  const input = file === "-" ? streams.stdin : createReadStream(file);
  try {
    return flags.length > 0 ? await answerLines(command, input, streams) : await answerOne(command, input, streams);
  } catch (fault) {
    if (!isFileFault(fault)) throw fault;
    return answerInvalid(streams, `can't read ${file}: ${fault.code}`);
  }
}

/** @returns true for the faults of opening or reading a file, which are faults of the input. */
function isFileFault(fault: unknown): fault is NodeJS.ErrnoException & { code: string } {
  const code = (fault as NodeJS.ErrnoException | null)?.code;
  return typeof code === "string" && ["ENOENT", "EISDIR", "EACCES", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(code);
}

async function answerInvalid({ write }: CommandStreams, message: string): Promise<2> {
  await write(`${invalidInput([{ path: "", message }])}\n`);
  return 2;
}

export function invalidInput(issues: readonly InputIssue[]): string {
  return JSON.stringify({ error: "invalid-input", issues });
}

async function answerOne(
  command: JsonCommand,
  input: AsyncIterable<Uint8Array>,
  streams: CommandStreams,
): Promise<0 | 2> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > maxBytes) return answerInvalid(streams, "more than 10 MiB");
    chunks.push(chunk);
  }
  const { text, status } = answerDocument(command, Buffer.concat(chunks));
  await streams.write(text.endsWith("\n") ? text : `${text}\n`);
  return status;
}

/** Each answer is written as soon as its line is read; a line over 10 MiB is a bad line, and the rest goes on. */
async function answerLines(
  command: JsonCommand,
  input: AsyncIterable<Uint8Array>,
  streams: CommandStreams,
): Promise<0 | 2> {
  let status: 0 | 2 = 0;
  for await (const line of linesOf(input)) {
    const answer =
      line === "too-long"
        ? { text: invalidInput([{ path: "", message: "more than 10 MiB" }]), status: 2 as const }
        : answerDocument(command, line);
    if (answer.status === 2) status = 2;
    await streams.write(`${answer.text}\n`);
  }
  return status;
}

function answerDocument(command: JsonCommand, bytes: Uint8Array): { readonly text: string; readonly status: 0 | 2 } {
  const answer = answerBytes(command, bytes);
  if (!answer.ok) return { text: invalidInput(answer.problem), status: 2 };
  const write = command.write as ((value: unknown) => string) | undefined;
  return { text: write ? write(answer.value) : JSON.stringify(answer.value), status: 0 };
}

/** A repeated key is told together with every other fault of the document. */
function answerBytes(command: JsonCommand, bytes: Uint8Array): Result<unknown, readonly InputIssue[]> {
  const document = decode(bytes);
  if (!document.ok) return document;
  const { value, repeated } = document.value;
  const answer = command.answer(value);
  return repeated.length === 0 ? answer : refuse([...repeated, ...(answer.ok ? [] : answer.problem)]);
}

function decode(bytes: Uint8Array): Result<JsonReading, readonly InputIssue[]> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse([{ path: "", message: "begins with a byte order mark" }]);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse([{ path: "", message: "not UTF-8" }]);
  }
  return readJson(text);
}

/** Lines end with LF or CR LF only; a final LF ends the last line. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | "too-long"> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield finishLine(chunk.subarray(start, end));
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield finishLine(new Uint8Array());

  function keep(part: Uint8Array): void {
    size += part.length;
    if (size <= maxBytes + 1) parts.push(part);
    else parts = [];
  }

  function finishLine(part: Uint8Array): Uint8Array | "too-long" {
    keep(part);
    const line = Buffer.concat(parts);
    const tooLong = size > maxBytes + 1 || (size > maxBytes && line.at(-1) !== 13);
    parts = [];
    size = 0;
    if (tooLong) return "too-long";
    return line.at(-1) === 13 ? line.subarray(0, -1) : line;
  }
}
