import type { CourseView } from "@fibril/contract";
import { Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { storyOf } from "./story-of.ts";

/** Where the person is in the course, before any drawing. */
export function StoryInWords({ facts: { courses } }: { readonly facts: { readonly courses: readonly CourseView[] } }) {
  const text = messages.portal.story;
  const { done, stopped, hasEndedEarly, next } = storyOf(courses);
  if (courses.length === 0) return null;
  return (
    <Text mb={16} className="fb-number">
      {text.done(done, stopped)}
      {hasEndedEarly && ` ${text.endedEarly}`}
      {next && ` ${text.next(messages.timeline.session(next.ordinal, next.of), dayText(next.day))}`}
    </Text>
  );
}
