import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { patientQuery } from "../features/patient/queries.ts";
import { RuleSetBoard } from "../features/rule-set/rule-set-board.tsx";
import { messages } from "../messages/index.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageHeader } from "../ui/page-header.tsx";

const text = messages.ruleSet;

export function RuleSetPage() {
  const { patient } = useSearch({ from: "/staff/evidence/rules" });
  return patient === undefined ? <ForEveryone /> : <ForOne patientId={patient} />;
}

function ForEveryone() {
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} actions={<Link to="/evidence">{text.back}</Link>} />
      <RuleSetBoard person={null} />
    </>
  );
}

function ForOne({ patientId }: { readonly patientId: string }) {
  const person = useQuery(patientQuery(patientId));
  if (person.status === "pending") return <Loading />;
  if (person.status === "error")
    return <LoadFailed what={text.the} fault={person.error} retry={() => void person.refetch()} />;
  const { givenName, familyName } = person.data.patient;
  const name = `${givenName} ${familyName}`;
  const back = (
    <Link to="/patients/$patientId/suitability" params={{ patientId }}>
      {text.backToPatient}
    </Link>
  );
  return (
    <>
      <PageHeader title={text.forPerson(name)} tab={text.title} lead={text.forPersonText} actions={back} />
      <RuleSetBoard person={{ id: patientId, name }} />
    </>
  );
}
