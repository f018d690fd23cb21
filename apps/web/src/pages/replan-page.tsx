import "../features/replanning/replanning.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { BeginPlan } from "../features/replanning/begin-plan.tsx";
import { CauseList } from "../features/replanning/cause-list.tsx";
import { ReplanBoard } from "../features/replanning/replan-board.tsx";
import { causeOf, choiceOf } from "../features/replanning/replan-choice.ts";
import { messages } from "../messages/index.ts";
import { PageHeader } from "../ui/page-header.tsx";

export function ReplanPage() {
  const choice = useSearch({ from: "/staff/calendar/replan" });
  const navigate = useNavigate({ from: "/calendar/replan" });
  const cause = causeOf(choice);
  const forget = () => void navigate({ search: {} });
  return (
    <>
      <PageHeader title={messages.replanning.title} lead={messages.replanning.lead} />
      {choice.plan ? (
        <ReplanBoard key={choice.plan} replanId={choice.plan} onOther={forget} />
      ) : cause ? (
        <BeginPlan
          cause={cause}
          onPlan={({ id }) => void navigate({ search: { ...choice, plan: id } })}
          onOther={forget}
        />
      ) : (
        <CauseList onChoose={(chosen) => void navigate({ search: choiceOf(chosen) })} />
      )}
    </>
  );
}
