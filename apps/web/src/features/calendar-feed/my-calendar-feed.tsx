import { MyCalendarFeedView, NewCalendarFeedView } from "@fibril/contract";
import { Alert, Button, CopyButton, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { dayText, dayTime } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { calendarFeed } = messages;
const path = "/api/account/calendar-feed";

const feedQuery = queryOptions({
  queryKey: ["my-calendar-feed"],
  queryFn: ({ signal }) => api.get(path, { schema: MyCalendarFeedView, signal }),
});

/** Making, renewing and ending the address under which one's own visits can be subscribed to. */
export function MyCalendarFeed() {
  const mine = useQuery(feedQuery);
  const [url, setUrl] = useState<string | null>(null);
  const [isEnding, setIsEnding] = useState(false);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: feedQuery.queryKey });
  const create = useWrite({
    send: (_content: null, idempotencyKey) => api.post(path, { schema: NewCalendarFeedView, body: {}, idempotencyKey }),
    onDone: async (made) => {
      setUrl(made.url);
      await refresh();
    },
  });
  const revoke = useWrite({
    send: (_content: null, idempotencyKey) => api.delete(path, { schema: MyCalendarFeedView, idempotencyKey }),
    onDone: async () => {
      setUrl(null);
      setIsEnding(false);
      notifications.show({ message: calendarFeed.revoked });
      await refresh();
    },
  });
  if (mine.isError) return <LoadFailed what={calendarFeed.what} fault={mine.error} retry={() => void mine.refetch()} />;
  if (!mine.data) return <Loading />;
  const { hasVisits, feed } = mine.data;
  return (
    <Stack component="section" className="fb-card" gap={12} maw={720} aria-labelledby="calendar-feed">
      <Title order={2} size="h4" id="calendar-feed">
        {calendarFeed.title}
      </Title>
      <Text>{calendarFeed.lead}</Text>
      <FeedState mine={mine.data} />
      {url && <ShownOnce url={url} />}
      <ProblemNote fault={create.error ?? revoke.error} />
      {hasVisits && (
        <Group>
          <Button variant={feed ? "default" : "filled"} loading={create.isPending} onClick={() => create.mutate(null)}>
            {feed ? calendarFeed.renew : calendarFeed.create}
          </Button>
          {feed && (
            <Button variant="subtle" color="var(--fb-stop)" onClick={() => setIsEnding(true)}>
              {calendarFeed.revoke}
            </Button>
          )}
        </Group>
      )}
      {feed && <Text c="dimmed">{calendarFeed.renewText}</Text>}
      <ConfirmInWords
        isOpen={isEnding}
        title={calendarFeed.revokeTitle}
        consequence={calendarFeed.revokeText}
        act={calendarFeed.revoke}
        isDanger
        isBusy={revoke.isPending}
        onConfirm={() => revoke.mutate(null)}
        onClose={() => setIsEnding(false)}
      />
    </Stack>
  );
}

function FeedState({ mine: { hasVisits, feed } }: { readonly mine: MyCalendarFeedView }) {
  const { timeZone } = useClinicClock();
  if (!feed) return <Text c="dimmed">{hasVisits ? calendarFeed.none : calendarFeed.noVisits}</Text>;
  const read = feed.lastReadAt ? calendarFeed.lastRead(dayTime(feed.lastReadAt, timeZone)) : calendarFeed.neverRead;
  return (
    <Text>
      {calendarFeed.since(dayText(feed.createdAt))} {read}
    </Text>
  );
}

function ShownOnce({ url }: { readonly url: string }) {
  return (
    <Alert role="status" color="var(--fb-accent)" variant="outline" title={calendarFeed.shownOnce}>
      <Group align="flex-end" mt={8} wrap="nowrap">
        <TextInput
          readOnly
          label={calendarFeed.address}
          value={url}
          flex={1}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? calendarFeed.copied : calendarFeed.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text mt={8}>{calendarFeed.keepSecret}</Text>
    </Alert>
  );
}
