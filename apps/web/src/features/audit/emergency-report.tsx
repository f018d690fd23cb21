import "./audit.css";
import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { EmergencyWeek } from "./emergency-week.tsx";
import { emergencyReportQuery } from "./queries.ts";

const text = messages.audit.emergency;

/** Week by week, whose photographs were opened in an emergency, and who has looked through it. */
export function EmergencyReport() {
  const report = useQuery(emergencyReportQuery);
  return (
    <Stack component="section" gap={8} mb={24} aria-labelledby="emergency-report">
      <Title order={2} id="emergency-report">
        {text.title}
      </Title>
      {report.isPending && <Loading />}
      {report.isError && <LoadFailed what={text.title} fault={report.error} retry={() => void report.refetch()} />}
      {report.data && <Text c="dimmed">{report.data.weeks.length === 0 ? text.none : text.lead}</Text>}
      {report.data && report.data.weeks.length > 0 && (
        <ul className="fb-audit-weeks">
          {report.data.weeks.map((week) => (
            <EmergencyWeek key={week.weekStartsOn} week={week} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
