import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { askCollagen, warmCollagen } from "./ask-collagen.ts";
import type { CollagenAnswers, CollagenKind } from "./collagen-questions.ts";

export type Working = "busy" | "stopped" | "failed" | "done" | "not-asked";

/** An answer of the model; while a new one is worked out the earlier one stays, marked as such. */
export function useCollagen<Kind extends CollagenKind>(kind: Kind, request: CollagenAnswers[Kind]["request"] | null) {
  const [share, setShare] = useState(0);
  const client = useQueryClient();
  const queryKey = ["collagen", kind, request];
  const query = useQuery<CollagenAnswers[Kind]["answer"]>({
    queryKey,
    queryFn: ({ signal }) => {
      setShare(0);
      return request === null ? null : askCollagen({ kind, request, signal, onShare: setShare });
    },
    enabled: request !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const isCurrent = query.status === "success" && !query.isPlaceholderData;
  return {
    answer: request === null ? null : (query.data ?? null),
    /** Whether the answer belongs to this question and not to the one before. */
    isCurrent,
    share,
    working: workingOf({ isAsked: request !== null, isCurrent, ...query }),
    stop: () => void client.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  };
}

interface Standing {
  readonly isAsked: boolean;
  readonly isCurrent: boolean;
  readonly isError: boolean;
  readonly isFetching: boolean;
}

function workingOf({ isAsked, isCurrent, isError, isFetching }: Standing): Working {
  if (!isAsked) return "not-asked";
  if (isFetching) return "busy";
  if (isError) return "failed";
  return isCurrent ? "done" : "stopped";
}

/** For pages that ask as soon as their own facts have come: the model is made ready meanwhile. */
export function useWarmCollagen(): void {
  useEffect(warmCollagen, []);
}
