import { Alert } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { booking, resources } = messages;
const reasons: Readonly<Record<string, string>> = resources.reasons;

/** What an issue's words are about, by its path. */
const parts: Readonly<Record<string, string>> = {
  place: "",
  "place.day": booking.theDay,
  "place.start": booking.theTime,
};

/** Why a visit can't be at a place; what the server tells as a code is said in words. */
export function PlaceProblem({ fault }: { readonly fault: Error | null }) {
  const told = fault instanceof ApiProblem ? fault.issues : [];
  if (told.length === 0 || told.some(({ path }) => !Object.hasOwn(parts, path))) return <ProblemNote fault={fault} />;
  return (
    <Alert role="alert" color="var(--fb-stop)" variant="outline" title={booking.cantBeThere}>
      {told.map(({ path, message }) => reasons[message] ?? `${parts[path] ?? ""}${message}`).join("; ")}
    </Alert>
  );
}
