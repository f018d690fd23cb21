import { ConsultationDraftView, ConsultationView } from "@fibril/contract";
import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";

const Read = z.object({ consultation: ConsultationView.nullable() });

export function consultationQuery(patientId: string) {
  return queryOptions({
    queryKey: ["patient", patientId, "consultation"],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consultation`, { schema: Read, signal }),
  });
}

const ReadDraft = z.object({ draft: ConsultationDraftView.nullable() });

/** What was typed and not kept yet; asked anew each time the page opens, since it may come from another device. */
export function consultationDraftQuery(patientId: string) {
  return queryOptions({
    queryKey: ["consultation-draft", patientId],
    queryFn: ({ signal }) => api.get(`/api/patients/${patientId}/consultation/draft`, { schema: ReadDraft, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}
