import type { ValidationRow } from "@fibril/collagen";
import { messages } from "../../../messages/index.ts";
import { Referenced } from "./referenced.tsx";

type Study = Pick<
  ValidationRow,
  "study" | "n" | "species" | "device" | "schedule" | "observation" | "reference" | "mark"
>;

const { modelCard: text } = messages;

/** What was seen, by whom, in what, with its paper to open and how far it was read. */
export function StudyCell({ row }: { readonly row: Study }) {
  const { study, n, species, device, schedule, observation, reference, mark } = row;
  const isNamed = reference === null || study.includes(reference);
  return (
    <div className="fb-model-observation">
      <span>
        <Referenced text={observation} />
      </span>
      <span className="fb-muted">
        <Referenced text={`${text.study(study, n, species)}. ${device}. ${schedule}. ${isNamed ? "" : reference}`} />{" "}
        <span className="fb-model-mark">{text.marks[mark]}</span>
      </span>
    </div>
  );
}
