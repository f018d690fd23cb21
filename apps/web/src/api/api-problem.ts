import { ProblemView } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";

/** What the server answered instead of doing it. `current` is the stored version where an edit came too late. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly issues: readonly InputIssue[];
  readonly current: unknown;

  constructor(view: ProblemView) {
    super(view.detail ?? view.title);
    this.name = "ApiProblem";
    this.status = view.status;
    this.code = view.code;
    this.title = view.title;
    this.detail = view.detail;
    this.issues = view.issues ?? [];
    this.current = view.current;
  }
}

/** An answer that is no problem document (a proxy's page, say) still becomes a problem with its status. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const view = ProblemView.safeParse(body);
  if (view.success) return new ApiProblem(view.data);
  return new ApiProblem({ type: "about:blank", title: `The server answered ${status}`, status, code: "unreadable" });
}

/** No answer came: nothing is known about whether it was done, so the same key must go with the next try. */
export function unreachable(title: string, detail: string): ApiProblem {
  return new ApiProblem({ type: "about:blank", title, detail, status: 0, code: "unreachable" });
}
