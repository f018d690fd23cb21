import type { ProblemView } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";

/** An answer that says no: an expected outcome, so a value. Everything the request changed is undone. */
export class Problem {
  readonly status: number;
  readonly view: ProblemView;
  constructor(status: number, view: ProblemView) {
    this.status = status;
    this.view = view;
  }
}

export interface ProblemParts {
  readonly detail?: string;
  readonly issues?: readonly InputIssue[];
  readonly current?: unknown;
}

/** Every problem that the server answers, with its status and what people read. */
const problems = {
  "invalid-input": { status: 422, title: "Something in what was sent is not right" },
  "not-json": { status: 400, title: "The request could not be read" },
  "idempotency-key-missing": { status: 400, title: "A write needs an Idempotency-Key header" },
  "idempotency-key-reused": { status: 422, title: "This Idempotency-Key was used for another request" },
  "not-signed-in": { status: 401, title: "Please sign in" },
  "sign-in-refused": { status: 401, title: "That did not match" },
  "link-refused": { status: 401, title: "This link does not work any more" },
  "no-place": { status: 401, title: "This account has no place in a clinic any more" },
  forbidden: { status: 403, title: "Your role can't do this" },
  "cross-site": { status: 403, title: "The request did not come from this application" },
  "not-found": { status: 404, title: "There is nothing here" },
  "stale-version": { status: 409, title: "Somebody changed this in the meantime" },
  conflict: { status: 409, title: "This can't be done as things stand" },
  taken: { status: 409, title: "That time was taken a moment ago" },
  "too-large": { status: 413, title: "That is too large" },
  "header-too-large": { status: 431, title: "The header of the request is too large" },
  "too-slow": { status: 408, title: "The request took too long to arrive" },
  "unsupported-type": { status: 415, title: "This kind of content is not accepted" },
  "too-many": { status: 429, title: "Too many attempts: wait a little" },
  unavailable: { status: 503, title: "The record store can't be reached just now: nothing was changed" },
  "disk-full": {
    status: 507,
    title:
      "The disk that keeps the records is full: nothing was changed. Tell whoever looks after it, then send it again",
  },
  fault: { status: 500, title: "Something failed on our side: nothing was changed" },
} as const;
export type ProblemCode = keyof typeof problems;

export function problem(code: ProblemCode, parts: ProblemParts = {}): Problem {
  const { status, title } = problems[code];
  return new Problem(status, {
    type: `/problems/${code}`,
    title,
    status,
    code,
    ...(parts.detail === undefined ? {} : { detail: parts.detail }),
    ...(parts.issues === undefined ? {} : { issues: [...parts.issues] }),
    ...(parts.current === undefined ? {} : { current: parts.current }),
  });
}

/** The issue of one field, in the shape of `invalid-input`. */
export function invalid(path: string, message: string): Problem {
  return problem("invalid-input", { issues: [{ path, message }] });
}

/** Carries a problem through the parser, which knows only faults. */
export class UnreadableBody extends Error {
  readonly problem: Problem;
  constructor(unreadable: Problem) {
    super(unreadable.view.title);
    this.problem = unreadable;
  }
}
