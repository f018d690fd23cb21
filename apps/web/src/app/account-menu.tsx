import { Menu, UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { z } from "zod";
import { api } from "../api/api.ts";
import { signInQuery } from "../api/sign-in-query.ts";
import { useWrite } from "../api/use-write.ts";
import { dropAllDrafts } from "../drafts/draft-store.ts";
import { messages } from "../messages/index.ts";

/** Signing out by hand also clears what was typed: the next person at this machine must not read it. */
export function AccountMenu({ name, place }: { readonly name: string; readonly place: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const signOut = useWrite({
    send: (_: null, idempotencyKey) => api.post("/api/sign-out", { schema: z.unknown(), body: {}, idempotencyKey }),
    onDone: async () => {
      dropAllDrafts(localStorage);
      queryClient.clear();
      queryClient.setQueryData(signInQuery.queryKey, null);
      await navigate({ to: "/sign-in" });
    },
  });
  return (
    <Menu position="bottom-end" width={240} shadow="sm">
      <Menu.Target>
        <UnstyledButton className="fb-account" aria-label={messages.shell.account(name)}>
          {initials(name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {place}
        </Menu.Label>
        <Menu.Item onClick={() => signOut.mutate(null)}>{messages.shell.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => !word.endsWith("."));
  return [words.at(0), words.at(-1)].map((word) => word?.at(0) ?? "").join("");
}
