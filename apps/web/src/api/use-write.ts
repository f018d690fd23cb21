import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { createActionKey } from "./action-key.ts";
import { ApiProblem } from "./api-problem.ts";

interface Write<Content, Answer> {
  /** Sends the content under the key: pass the key on as `idempotencyKey`. */
  readonly send: (content: Content, idempotencyKey: string) => Promise<Answer>;
  readonly onDone?: (answer: Answer, content: Content) => unknown;
}

/** A write by one person: the key survives an answer that never came and changes once one did. */
export function useWrite<Content, Answer>({
  send,
  onDone,
}: Write<Content, Answer>): UseMutationResult<Answer, Error, Content> {
  const [action] = useState(() => createActionKey());
  return useMutation<Answer, Error, Content>({
    mutationFn: (content) => send(content, action.keyFor(content)),
    onSuccess: async (answer, content) => {
      action.finish();
      await onDone?.(answer, content);
    },
    onError: (fault) => {
      if (fault instanceof ApiProblem && wasAnswered(fault)) action.finish();
    },
  });
}

function wasAnswered(problem: ApiProblem): boolean {
  return problem.status >= 400 && problem.status < 500;
}
