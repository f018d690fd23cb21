import { Kbd, Table } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { messages } from "../messages/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { patientSearchId } from "./patient-search-box.tsx";

const chordMs = 1_200;
const goTo: Readonly<Record<string, "/today" | "/patients" | "/calendar">> = {
  t: "/today",
  p: "/patients",
  c: "/calendar",
};

/** "/" finds, "?" lists, "g" then a letter goes. Nothing fires while somebody types. */
export function Shortcuts() {
  const [isOpen, setIsOpen] = useState(false);
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY);
  const navigate = useNavigate();
  const go = (event: KeyboardEvent) => {
    const page = event.timeStamp - goPressedAt.current < chordMs ? goTo[event.key] : undefined;
    if (page) void navigate({ to: page });
  };
  const press = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (event.key === "/") focusSearch(event);
    else if (event.key === "?") setIsOpen(true);
    else if (event.key === "g") goPressedAt.current = event.timeStamp;
    else go(event);
  };
  useWindowEvent("keydown", press);
  return (
    <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={messages.shell.shortcutsTitle}>
      <Table>
        <Table.Tbody>
          {messages.shell.shortcuts.map(({ keys, does }) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}

function focusSearch(event: KeyboardEvent): void {
  const box = document.getElementById(patientSearchId);
  if (!box) return;
  event.preventDefault();
  box.focus();
}

function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
