import { OpenSignInsView } from "@fibril/contract";
import { Text, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";

const { account } = messages;

const signInsQuery = queryOptions({
  queryKey: ["sign-ins"],
  queryFn: ({ signal }) => api.get("/api/account/sign-ins", { schema: OpenSignInsView, signal }),
});

/** Every device that this account is signed in on; `children` is what to do about a strange one. */
export function OpenSignIns({ children }: { readonly children: ReactNode }) {
  const { timeZone } = useClinicClock();
  const list = useQuery(signInsQuery);
  return (
    <section className="fb-card" aria-labelledby="own-sign-ins">
      <Title order={2} size="h4" id="own-sign-ins">
        {account.signIns}
      </Title>
      <Text c="dimmed" mb={12}>
        {account.signInsText}
      </Text>
      {list.isPending && <Loading />}
      {list.isError && <LoadFailed what={account.signInsWhat} fault={list.error} retry={() => void list.refetch()} />}
      <ul className="fb-own-sign-ins">
        {list.data?.signIns.map(({ device, since, lastSeenAt, isThisOne }) => (
          <li key={`${since} ${lastSeenAt} ${device}`}>
            <strong>{device ?? account.unknownDevice}</strong>
            {isThisOne && <span> ({account.here})</span>}
            <br />
            <span className="fb-muted fb-number">
              {account.since(dayTime(since, timeZone))}, {account.lastSeen(dayTime(lastSeenAt, timeZone))}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
