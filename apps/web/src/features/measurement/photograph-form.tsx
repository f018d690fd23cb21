import { poseIds, poses } from "@fibril/measurement";
import { Alert, Button, Group, NumberInput, Progress, Select, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { DayField } from "../../ui/day-field.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { measurementsQuery } from "./measurement-queries.ts";
import { photographIssue, uploadQuery } from "./photograph-file.ts";
import { RefusePose } from "./refuse-pose.tsx";
import { sendPhotograph } from "./send-photograph.ts";

const poseOptions = poseIds.map((id) => ({ value: id, label: poses[id].label }));
const accepted = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";

/** One photograph with the conditions it was taken under; they stay for the next pose. */
export function PhotographForm({ patientId }: { readonly patientId: string }) {
  const { today } = useClinicClock();
  const draft = useDraft(`photograph.${patientId}`, {
    pose: "front",
    takenOn: today,
    camera: "",
    distanceCm: "",
    light: "",
  });
  const facts = { ...draft.value, takenOn: draft.value.takenOn || today };
  const put = (values: Partial<typeof facts>) => draft.change({ ...facts, ...values });
  const upload = useUpload(patientId, facts);
  const text = messages.measurement;
  const issue = (path: string) => fieldIssue(upload.write.error, path);
  return (
    <Stack gap={16}>
      <Group grow gap={12} align="flex-start" preventGrowOverflow={false}>
        <Select
          label={text.pose}
          data={poseOptions}
          value={facts.pose}
          allowDeselect={false}
          onChange={(pose) => put({ pose: pose ?? "front" })}
        />
        <DayField
          label={text.takenOn}
          max={today}
          value={facts.takenOn}
          error={issue("takenOn")}
          onChange={({ currentTarget: { value } }) => put({ takenOn: value })}
        />
      </Group>
      <div className="fb-photograph-conditions">
        <TextInput
          label={text.camera}
          value={facts.camera}
          onChange={({ currentTarget: { value } }) => put({ camera: value })}
        />
        <NumberInput
          label={text.distanceCm}
          min={1}
          max={500}
          value={facts.distanceCm}
          onChange={(value) => put({ distanceCm: String(value) })}
        />
        <TextInput
          label={text.light}
          value={facts.light}
          onChange={({ currentTarget: { value } }) => put({ light: value })}
        />
      </div>
      <Text size="sm" c="dimmed">
        {text.conditionsHelp} {text.fileHelp}
      </Text>
      <ChooseFile upload={upload} />
      <RefusePose patientId={patientId} pose={facts.pose} takenOn={facts.takenOn} />
    </Stack>
  );
}

type Upload = ReturnType<typeof useUpload>;

function ChooseFile({ upload }: { readonly upload: Upload }) {
  const input = useRef<HTMLInputElement>(null);
  const { write, percent, refused } = upload;
  const text = messages.measurement;
  return (
    <>
      <input
        ref={input}
        className="fb-hidden"
        type="file"
        accept={accepted}
        aria-label={text.file}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) upload.send(file);
          currentTarget.value = "";
        }}
      />
      <Group gap={12}>
        <Button h={48} loading={write.isPending} onClick={() => input.current?.click()}>
          {text.chooseFile}
        </Button>
        {write.isPending && (
          <Button variant="default" h={48} onClick={upload.stop}>
            {text.stop}
          </Button>
        )}
      </Group>
      {write.isPending && (
        <div role="status">
          <Text size="sm">{text.uploading(percent)}</Text>
          <Progress value={percent} aria-label={text.uploading(percent)} />
        </div>
      )}
      {refused && (
        <Alert role="alert" variant="outline" color="var(--fb-stop)">
          {refused}
        </Alert>
      )}
      <ProblemNote fault={write.error} shownPaths={["photograph", "takenOn"]} />
    </>
  );
}

function useUpload(patientId: string, facts: Parameters<typeof uploadQuery>[0]) {
  const queryClient = useQueryClient();
  const [percent, setPercent] = useState(0);
  const [refused, setRefused] = useState<string | null>(null);
  const stopper = useRef(new AbortController());
  const write = useWrite({
    send: (file: File, idempotencyKey) => {
      stopper.current = new AbortController();
      const address = `/api/patients/${patientId}/photographs?${uploadQuery(facts)}`;
      return sendPhotograph({ address, file, idempotencyKey, onProgress: setPercent, signal: stopper.current.signal });
    },
    onDone: async ({ pose }) => {
      notifications.show({ message: messages.measurement.uploaded(poses[pose].label) });
      await queryClient.invalidateQueries({ queryKey: measurementsQuery(patientId).queryKey });
    },
  });
  const send = (file: File) => {
    const issue = photographIssue(file);
    setRefused(issue);
    setPercent(0);
    if (issue === null) write.mutate(file);
  };
  return { write, percent, refused, send, stop: () => stopper.current.abort() };
}
