import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const words = messages.firstSteps;

/** In a small clinic the owner is often the one who treats: a second place for the same account. */
export function TreatToo() {
  const queryClient = useQueryClient();
  const treatToo = useWrite({
    send: (_content: null, idempotencyKey) =>
      api.post("/api/staff/own-practice", { schema: z.unknown(), body: {}, idempotencyKey }),
    onDone: async () => {
      notifications.show({ message: words.treatTooDone, autoClose: 20_000 });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <ProblemNote fault={treatToo.error} />
      <Button variant="default" loading={treatToo.isPending} onClick={() => treatToo.mutate(null)}>
        {words.treatToo}
      </Button>
    </>
  );
}
