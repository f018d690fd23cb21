import { CoursesView, CourseView } from "@fibril/contract";
import { Box, Button, Group, Text, Title } from "@mantine/core";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/api.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const text = messages.course.mine;

const myCoursesQuery = queryOptions({
  queryKey: ["my", "courses"],
  queryFn: ({ signal }) => api.get("/api/my/courses", { schema: CoursesView, signal }),
});

/** While maintenance is due the patient may say no by one tap, and take that back until the end of the next day. */
export function MyMaintenance() {
  const courses = useQuery(myCoursesQuery);
  const [newest] = courses.data?.courses ?? [];
  const state = newest?.maintenance?.state;
  if (!newest?.maintenance || state === "not-yet") return null;
  if (state === "declined" && !newest.maintenance.mayTakeBack) return null;
  return <Card of={newest} maintenance={newest.maintenance} />;
}

interface Of {
  readonly of: CourseView;
  readonly maintenance: NonNullable<CourseView["maintenance"]>;
}

function Card({ of, maintenance }: Of) {
  const queryClient = useQueryClient();
  const isDeclined = maintenance.state === "declined";
  const answer = useWrite({
    send: (end: "" | "/undo", idempotencyKey) =>
      api.post(`/api/my/courses/${of.id}/maintenance-declined${end}`, { schema: CourseView, idempotencyKey }),
    onDone: () => queryClient.invalidateQueries({ queryKey: myCoursesQuery.queryKey }),
  });
  return (
    <Box component="section" className="fb-card" aria-live="polite">
      <Title order={2} size="h3">
        {isDeclined ? text.declinedTitle : text.title}
      </Title>
      <Text>{isDeclined ? text.declinedText : text.text(dayText(maintenance.from), dayText(maintenance.to))}</Text>
      <ProblemNote fault={answer.error} />
      <Group gap={12} mt={12}>
        {isDeclined ? (
          <Button variant="default" h={44} loading={answer.isPending} onClick={() => answer.mutate("/undo")}>
            {text.takeBack}
          </Button>
        ) : (
          <>
            <Button variant="default" h={44} renderRoot={(props) => <Link to="/my/consultation" {...props} />}>
              {text.talk}
            </Button>
            <Button variant="default" h={44} loading={answer.isPending} onClick={() => answer.mutate("")}>
              {text.decline}
            </Button>
          </>
        )}
      </Group>
    </Box>
  );
}
