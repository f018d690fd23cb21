import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

const signals = ["SIGINT", "SIGTERM"];

/** Runs a command in the repository with its output shown; a failing command ends this process with its exit code. */
export async function run(command, words, options = {}) {
  const code = await runForCode(command, words, options);
  if (code !== 0) process.exit(code);
}

export function runForCode(command, words, options = {}) {
  return start(command, words, options).ended;
}

/** Runs a command that goes on until it is stopped, and ends in its own time. */
export function passOn(command, words) {
  return start(command, words, { endsWithSignal: false }).ended;
}

/**
 * npm passes TERM on to the shell it runs a script with, and some shells end without passing it on; then nobody would
 * tell us. Under npm a parent that has gone counts as TERM.
 */
function whenAbandoned(stop) {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop("SIGTERM");
  }, 200);
  return () => clearInterval(timer);
}

/** Ctrl-C and TERM reach the command; a step that was stopped by one is the last, not one that failed. */
function start(command, words, { endsWithSignal = true, ...options }) {
  const program = command === "node" ? process.execPath : command;
  const child = spawn(program, words, {
    cwd: root,
    stdio: "inherit",
    shell: command === "npm" && process.platform === "win32",
    ...options,
  });
  let stoppedBy = null;
  const pass = (signal) => {
    stoppedBy = signal;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  const watchNoMore = whenAbandoned(pass);
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      for (const signal of signals) process.off(signal, pass);
      watchNoMore();
      if (stoppedBy && endsWithSignal) process.exit(stoppedBy === "SIGINT" ? 130 : 143);
      resolve(code ?? 1);
    });
  });
  return { ended };
}
