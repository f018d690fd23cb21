import { CourseView } from "@fibril/contract";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { dayText } from "../../ui/day.tsx";
import { CourseProblem } from "./course-problem.tsx";

const { course } = messages;

export function Maintenance({ of }: { readonly of: CourseView }) {
  const [isConfirming, setIsConfirming] = useState(false);
  const queryClient = useQueryClient();
  const decline = useWrite({
    send: (body: { readonly version: number }, idempotencyKey) =>
      api.post(`/api/courses/${of.id}/maintenance-declined`, { schema: CourseView, body, idempotencyKey }),
    onDone: async () => {
      setIsConfirming(false);
      await queryClient.invalidateQueries();
    },
  });
  if (!of.maintenance) return null;
  const { from, to, state } = of.maintenance;
  return (
    <Stack gap={8}>
      <Title order={3} size="h5">
        {course.maintenance}
      </Title>
      <Group gap={16}>
        <Text>
          {course.maintenanceFrom(dayText(from), dayText(to))} <strong>{course.maintenanceStates[state]}</strong>
        </Text>
        {state !== "declined" && (
          <Button variant="default" onClick={() => setIsConfirming(true)}>
            {course.decline}
          </Button>
        )}
      </Group>
      <CourseProblem fault={decline.error} patientId={of.patientId} />
      <ConfirmInWords
        isOpen={isConfirming}
        title={course.declineTitle}
        consequence={course.declineText}
        act={course.declineAct}
        isBusy={decline.isPending}
        onConfirm={() => decline.mutate({ version: of.version }, { onError: () => setIsConfirming(false) })}
        onClose={() => setIsConfirming(false)}
      />
    </Stack>
  );
}
