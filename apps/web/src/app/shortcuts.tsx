import { Kbd, Modal, Table } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { messages } from "../messages/index.ts";
import { patientSearchId } from "./patient-search-box.tsx";

const chordMs = 1_200;
const goTo = { t: "/today", p: "/patients", c: "/calendar" } as const;

/** "/" finds, "?" lists, "g" then a letter goes. Nothing fires while somebody types. */
export function Shortcuts() {
  const [isOpen, setIsOpen] = useState(false);
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY);
  const navigate = useNavigate();
  const goIfAsked = (key: keyof typeof goTo) => (event: KeyboardEvent) => {
    if (event.timeStamp - goPressedAt.current < chordMs) void navigate({ to: goTo[key] });
  };
  useHotkeys([
    ["/", () => document.getElementById(patientSearchId)?.focus()],
    ["shift+?", () => setIsOpen(true), { usePhysicalKeys: false }],
    [
      "g",
      (event) => {
        goPressedAt.current = event.timeStamp;
      },
    ],
    ["t", goIfAsked("t"), { preventDefault: false }],
    ["p", goIfAsked("p"), { preventDefault: false }],
    ["c", goIfAsked("c"), { preventDefault: false }],
  ]);
  return (
    <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={messages.shell.shortcutsTitle}>
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
    </Modal>
  );
}
