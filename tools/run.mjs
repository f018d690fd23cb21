import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** Runs a command in the repository with its output shown; a failing command ends this process with its exit code. */
export async function run(command, words, options = {}) {
  const code = await runForCode(command, words, options);
  if (code !== 0) process.exit(code);
}

export function runForCode(command, words, options = {}) {
  return start(command, words, options).ended;
}

/** Runs a command that goes on until it is stopped: Ctrl-C and TERM reach it, and it ends in its own time. */
export function passOn(command, words) {
  const { child, ended } = start(command, words, {});
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return ended;
}

function start(command, words, options) {
  const program = command === "node" ? process.execPath : command;
  const child = spawn(program, words, {
    cwd: root,
    stdio: "inherit",
    shell: command === "npm" && process.platform === "win32",
    ...options,
  });
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
  return { child, ended };
}
