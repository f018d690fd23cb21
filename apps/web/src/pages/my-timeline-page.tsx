import { useClinicClock } from "../api/clinic-clock.ts";
import { MyPhotographs } from "../features/portal/my-photographs.tsx";
import { StoryInWords } from "../features/portal/story-in-words.tsx";
import { useMyStory } from "../features/portal/use-my-story.ts";
import { TimelineOf } from "../features/timeline/timeline-of.tsx";
import { messages } from "../messages/index.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Loading } from "../ui/loading.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { ReadMore } from "../ui/read-more.tsx";
import { useWarmCollagen } from "../workers/use-collagen.ts";

export function MyTimelinePage() {
  useWarmCollagen();
  const text = messages.portal.story;
  const { facts, isFailed, retry } = useMyStory();
  const { today } = useClinicClock();
  return (
    <>
      <PageHeader title={text.title} />
      {facts ? (
        <>
          <StoryInWords facts={facts} />
          <TimelineOf facts={facts} today={today} reader="patient" />
        </>
      ) : isFailed ? (
        <LoadFailed what={text.load} retry={retry} />
      ) : (
        <Loading />
      )}
      <MyPhotographs />
      <ReadMore reader="patient" pages={["your-course", "collagen"]} />
    </>
  );
}
