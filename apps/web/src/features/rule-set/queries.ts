import { RuleChangePreview, RuleSetView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

/** The clinic's rules, or those that hold for one person. */
export function ruleSetQuery(patientId: string | null) {
  const path = patientId === null ? "/api/rule-set" : `/api/rule-set?patientId=${patientId}`;
  return queryOptions({
    queryKey: ["rule-set", patientId],
    queryFn: ({ signal }) => api.get(path, { schema: RuleSetView, signal }),
  });
}

export interface Proposed {
  readonly rule: string;
  readonly count: number;
  /** Null where the change is for everyone. */
  readonly patientId: string | null;
}

/** Who would be affected; asked for by hand, and again whenever the set is another one. */
export function previewQuery(proposed: Proposed | null) {
  return queryOptions({
    queryKey: ["rule-set", "preview", proposed],
    queryFn: () => api.post("/api/rule-set/previews", { schema: RuleChangePreview, body: proposed }),
    enabled: proposed !== null,
    staleTime: 0,
    retry: false,
  });
}
