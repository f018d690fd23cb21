import { type ChangeStaffBody, StaffRole, StaffView } from "@fibril/contract";
import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { useWrite } from "../../api/use-write.ts";
import { messages } from "../../messages/index.ts";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";

const { staff } = messages;

interface Change {
  readonly member: StaffView;
  readonly isSelf: boolean;
  readonly onClose: () => void;
}

export function ChangeStaff({ member, isSelf, onClose }: Change) {
  const [name, setName] = useState(member.name);
  const [registration, setRegistration] = useState(member.registration ?? "");
  const [role, setRole] = useState(member.role);
  const [isEnding, setIsEnding] = useState(false);
  const queryClient = useQueryClient();
  const change = useWrite({
    send: (body: ChangeStaffBody, idempotencyKey) =>
      api.patch(`/api/staff/${member.id}`, { schema: StaffView, body, idempotencyKey }),
    onDone: async (after) => {
      notifications.show({ message: after.ended ? staff.ended(after.name) : staff.saved(after.name) });
      await queryClient.invalidateQueries();
      onClose();
    },
  });
  const stored = storedVersion(change.error);
  const version = (stored ?? member).version;
  const send = (ended: boolean) =>
    change.mutate(
      { version, name, registration: registration.trim() || null, role, ended },
      { onError: () => setIsEnding(false) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  return (
    <>
      <Dialog isOpen={!isEnding} onClose={onClose} title={staff.changeOf(member.name)}>
        <form onSubmit={submit}>
          <Stack gap={16}>
            {stored ? (
              <StoredNote stored={stored} />
            ) : (
              <ProblemNote fault={change.error} shownPaths={["name", "registration"]} />
            )}
            <TextInput
              label={staff.name}
              required
              withAsterisk={false}
              value={name}
              error={fieldIssue(change.error, "name")}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={staff.registration}
              value={registration}
              error={fieldIssue(change.error, "registration")}
              onChange={(event) => setRegistration(event.currentTarget.value)}
            />
            {!isSelf && <RoleField member={member} role={role} onChange={setRole} />}
            <Group justify="space-between">
              {isSelf ? (
                <span />
              ) : (
                <Button variant="subtle" color="var(--fb-stop)" onClick={() => setIsEnding(true)}>
                  {staff.end}
                </Button>
              )}
              <Button type="submit" loading={change.isPending}>
                {staff.save}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
      <ConfirmInWords
        isOpen={isEnding}
        title={staff.endTitle(member.name)}
        consequence={staff.endText(member.name)}
        act={staff.endAct}
        isDanger
        isBusy={change.isPending}
        onConfirm={() => send(true)}
        onClose={() => setIsEnding(false)}
      />
    </>
  );
}

interface RoleChoice {
  readonly member: StaffView;
  readonly role: StaffRole;
  readonly onChange: (role: StaffRole) => void;
}

function RoleField({ member, role, onChange }: RoleChoice) {
  return (
    <>
      <NativeSelect
        label={staff.role}
        description={staff.roleMay[role]}
        value={role}
        data={StaffRole.options.map((value) => ({ value, label: staff.roles[value] }))}
        onChange={(event) => {
          const chosen = StaffRole.safeParse(event.currentTarget.value);
          if (chosen.success) onChange(chosen.data);
        }}
      />
      {member.role === "practitioner" && role !== "practitioner" && <Text>{staff.roleStops(member.name)}</Text>}
    </>
  );
}

function StoredNote({ stored }: { readonly stored: StaffView }) {
  return (
    <Alert role="alert" color="var(--fb-adapt)" variant="outline" title={staff.staleTitle}>
      <p>
        {staff.staleText} {stored.name}, {stored.registration ?? staff.registrationNone}
      </p>
      <p>{staff.staleYours}</p>
    </Alert>
  );
}

function storedVersion(fault: Error | null): StaffView | null {
  if (!(fault instanceof ApiProblem) || fault.code !== "stale-version") return null;
  const parsed = StaffView.safeParse(fault.current);
  return parsed.success ? parsed.data : null;
}
