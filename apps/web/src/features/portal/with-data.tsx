import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";

interface Data<Answer> {
  readonly query: UseQueryResult<Answer>;
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was loaded, or that it is loading, or that it could not be. */
export function WithData<Answer>({ query, what, children }: Data<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <LoadFailed what={what} fault={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
