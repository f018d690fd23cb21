import { messages } from "../messages/index.ts";
import { type ApiProblem, problemFrom, unreachable } from "./api-problem.ts";
import { announceSessionEnd } from "./session-end.ts";

interface Schema<Answer> {
  parse(value: unknown): Answer;
}

export interface Reading<Answer> {
  readonly schema: Schema<Answer>;
  readonly signal?: AbortSignal;
}

export interface Writing<Answer> extends Reading<Answer> {
  /** Sent as JSON; a file or a form goes as it is. */
  readonly body?: unknown;
  /** One key per act of a person, the same on every retry (see use-write.ts). */
  readonly idempotencyKey?: string;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Asks the server and checks what it answered against the schema.
 * @throws ApiProblem where the answer says no or does not come; ZodError where it has another shape.
 */
export const api = {
  get: <Answer>(path: string, reading: Reading<Answer>) => send("GET", path, reading),
  post: <Answer>(path: string, writing: Writing<Answer>) => send("POST", path, writing),
  put: <Answer>(path: string, writing: Writing<Answer>) => send("PUT", path, writing),
  patch: <Answer>(path: string, writing: Writing<Answer>) => send("PATCH", path, writing),
  delete: <Answer>(path: string, writing: Writing<Answer>) => send("DELETE", path, writing),
};

async function send<Answer>(method: Method, path: string, writing: Writing<Answer>): Promise<Answer> {
  const response = await request(method, path, writing);
  const body = await readBody(response);
  if (response.ok) return writing.schema.parse(body);
  const problem = problemFrom(response.status, body);
  if (isSessionEnd(problem)) announceSessionEnd();
  throw problem;
}

async function request<Answer>(method: Method, path: string, writing: Writing<Answer>): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: { ...headersOf(method, writing) },
      credentials: "same-origin",
      ...(writing.body === undefined
        ? {}
        : { body: isRaw(writing.body) ? writing.body : JSON.stringify(writing.body) }),
      ...(writing.signal ? { signal: writing.signal } : {}),
    });
  } catch (fault) {
    if (writing.signal?.aborted) throw fault;
    throw unreachable(messages.shell.offlineTitle, messages.shell.offlineText);
  }
}

function headersOf<Answer>(method: Method, { body, idempotencyKey }: Writing<Answer>): Record<string, string> {
  const accept = { accept: "application/json" };
  if (method === "GET") return accept;
  return {
    ...accept,
    "x-fibril-csrf": csrfToken(document.cookie),
    "idempotency-key": idempotencyKey ?? crypto.randomUUID(),
    ...contentType(body),
  };
}

function contentType(body: unknown): Record<string, string> {
  if (body === undefined || body instanceof FormData) return {};
  return { "content-type": body instanceof Blob ? body.type || "application/octet-stream" : "application/json" };
}

function isRaw(body: unknown): body is Blob | FormData {
  return body instanceof Blob || body instanceof FormData;
}

/** The cookie that scripts may read; the one that signs in is HttpOnly. */
export function csrfToken(cookies: string): string {
  const pair = cookies.split("; ").find((cookie) => cookie.startsWith("fibril_csrf="));
  return pair ? decodeURIComponent(pair.slice("fibril_csrf=".length)) : "";
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isSessionEnd(problem: ApiProblem): boolean {
  return problem.status === 401 && problem.code === "not-signed-in";
}
