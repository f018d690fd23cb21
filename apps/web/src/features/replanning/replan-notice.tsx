import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { causesQuery } from "./queries.ts";

const { replanning } = messages;
const planners: readonly string[] = ["owner", "manager", "front-desk"];

/** Says where the work of the day is seen that visits have lost their place; nothing where none has. */
export function ReplanNotice() {
  const { data: signedIn } = useQuery(signInQuery);
  const mayPlan = planners.includes(signedIn?.membership.role ?? "");
  const { data } = useQuery({ ...causesQuery, enabled: mayPlan });
  const visits = data?.causes.reduce((sum, cause) => sum + cause.visits, 0) ?? 0;
  if (visits === 0) return null;
  return (
    <Alert variant="outline" color="var(--fb-adapt)" mb={16}>
      {replanning.notice(visits)} <Link to="/calendar/replan">{replanning.noticeLink}</Link>
    </Alert>
  );
}
