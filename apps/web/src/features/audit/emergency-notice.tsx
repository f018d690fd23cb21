import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { signInQuery } from "../../api/sign-in-query.ts";
import { messages } from "../../messages/index.ts";
import { emergencyReportQuery } from "./queries.ts";

const text = messages.audit.emergency;

/** The owner's task of the week: nothing where no week waits to be looked through. */
export function EmergencyNotice() {
  const { data: signedIn } = useQuery(signInQuery);
  const { data } = useQuery({ ...emergencyReportQuery, enabled: signedIn?.membership.role === "owner" });
  const weeks = data?.weeks.filter(({ state }) => state === "to-review").length ?? 0;
  if (weeks === 0) return null;
  return (
    <Alert variant="outline" color="var(--fb-adapt)" mb={16}>
      {text.notice(weeks)} <Link to="/audit">{text.noticeLink}</Link>
    </Alert>
  );
}
