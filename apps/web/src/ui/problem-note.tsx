import { Alert } from "@mantine/core";
import { ApiProblem } from "../api/api-problem.ts";
import { messages } from "../messages/index.ts";

interface Note {
  readonly fault: Error | null;
  /** Issues whose fields show them already. */
  readonly shownPaths?: readonly string[];
}

/** What happened and what was kept, above the button that was pressed. */
export function ProblemNote({ fault, shownPaths = [] }: Note) {
  if (!fault) return null;
  const issues = fault instanceof ApiProblem ? fault.issues.filter(({ path }) => !shownPaths.includes(path)) : [];
  const title = fault instanceof ApiProblem ? fault.title : messages.ui.saveFailed;
  const detail = fault instanceof ApiProblem ? fault.detail : fault.message;
  return (
    <Alert role="alert" color="var(--fb-stop)" variant="outline" title={title}>
      {detail}
      {issues.length > 0 && (
        <ul>
          {issues.map(({ path, message }) => (
            <li key={path + message}>{`${path}: ${message}`}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
