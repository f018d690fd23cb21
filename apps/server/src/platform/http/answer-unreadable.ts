import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { problem } from "./problem.ts";

/** Answers what is no readable HTTP, or too much of it: as a problem document too, with the headers of every answer. */
export function answerUnreadable(
  fault: NodeJS.ErrnoException,
  socket: Socket,
  headers: Readonly<Record<string, string>>,
): void {
  // A visitor who has gone hears nothing.
  if (fault.code === "ECONNRESET" || !socket.writable) {
    socket.destroy(fault);
    return;
  }
  const { status, view } = problem(codeOf(fault.code));
  const body = JSON.stringify(view);
  const lines = Object.entries({
    ...headers,
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}

function codeOf(code: string | undefined): "header-too-large" | "too-slow" | "not-json" {
  if (code === "HPE_HEADER_OVERFLOW") return "header-too-large";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "too-slow" : "not-json";
}
