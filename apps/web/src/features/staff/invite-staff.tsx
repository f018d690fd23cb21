import { InvitationView, StaffRole } from "@fibril/contract";
import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../api/api.ts";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { useWrite } from "../../api/use-write.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { messages } from "../../messages/index.ts";
import { dayTime } from "../../ui/day.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { fieldIssue } from "../../ui/field-issue.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { HandOver } from "./hand-over.tsx";

const { staff } = messages;
const empty: { readonly name: string; readonly email: string; readonly role: StaffRole } = {
  name: "",
  email: "",
  role: "practitioner",
};

export function InviteStaff() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{staff.invite}</Button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={staff.invite}>
        <InvitationForm onSent={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function InvitationForm({ onSent }: { readonly onSent: () => void }) {
  const draft = useDraft("staff-invitation", empty);
  const { timeZone } = useClinicClock();
  const queryClient = useQueryClient();
  const { name, email, role } = draft.value;
  const invite = useWrite({
    send: (body: typeof empty, idempotencyKey) =>
      api.post("/api/staff/invitations", { schema: InvitationView, body, idempotencyKey }),
    onDone: async (invitation) => {
      draft.clear();
      await queryClient.invalidateQueries({ queryKey: ["staff"] });
      if (invitation.link !== null) return;
      notifications.show({ message: staff.invited(invitation.email, dayTime(invitation.expiresAt, timeZone)) });
      onSent();
    },
  });
  if (invite.isSuccess && invite.data.link !== null)
    return <HandOver name={invite.variables.name} link={invite.data.link} expiresAt={invite.data.expiresAt} />;
  const set = (part: Partial<typeof empty>) => draft.change({ ...draft.value, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(draft.value);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={16}>
        <TextInput
          label={staff.name}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          error={fieldIssue(invite.error, "name")}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={staff.email}
          type="email"
          required
          withAsterisk={false}
          value={email}
          error={fieldIssue(invite.error, "email")}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <NativeSelect
          label={staff.role}
          description={staff.roleMay[role]}
          value={role}
          data={StaffRole.options.map((value) => ({ value, label: staff.roles[value] }))}
          onChange={(event) => {
            const chosen = StaffRole.safeParse(event.currentTarget.value);
            if (chosen.success) set({ role: chosen.data });
          }}
        />
        <ProblemNote fault={invite.error} shownPaths={["name", "email"]} />
        <Button type="submit" loading={invite.isPending}>
          {staff.send}
        </Button>
      </Stack>
    </form>
  );
}
