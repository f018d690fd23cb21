import type { PatientFoundView } from "@fibril/contract";
import { Combobox, Kbd, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { nextVisitText } from "../features/patient/next-visit-text.ts";
import { patientsAtHandQuery } from "../features/patient/queries.ts";
import { messages } from "../messages/index.ts";
import { dayText } from "../ui/day.tsx";

export const patientSearchId = "patient-search";
const { shell, patient } = messages;
const wholeList = "whole-list";

/**
 * Whoever is on the telephone is found while the name is typed, with what they ask for: their next visit. Enter without
 * a choice goes to the whole list; "/" from anywhere puts the cursor here.
 */
export function PatientSearchBox() {
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 150);
  const isEnough = asked.length >= 3 || /^\d+$/.test(asked);
  const found = useQuery({ ...patientsAtHandQuery(asked), enabled: isEnough });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const leave = () => {
    combobox.closeDropdown();
    box.current?.blur();
  };
  const toList = () => {
    leave();
    void navigate({ to: "/patients", search: { q: text } });
  };
  const choose = (value: string) => {
    if (value === wholeList) return toList();
    leave();
    setText("");
    void navigate({ to: "/patients/$patientId", params: { patientId: value } });
  };
  const isCurrent = isEnough && asked === text.trim() && found.data !== undefined;
  return (
    <search className="fb-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          toList();
        }}
      >
        <Combobox
          store={combobox}
          onOptionSubmit={choose}
          width={380}
          position="bottom-end"
          shadow="sm"
          withinPortal={false}
        >
          <Combobox.Target withExpandedAttribute>
            <TextInput
              ref={box}
              id={patientSearchId}
              size="sm"
              type="search"
              role="combobox"
              aria-label={shell.searchLabel}
              placeholder={shell.searchHint}
              autoComplete="off"
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                combobox.openDropdown();
                combobox.resetSelectedOption();
              }}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              rightSection={<Kbd size="xs">{shell.searchKey}</Kbd>}
              rightSectionProps={{ "aria-hidden": true }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={!isCurrent} className="fb-found">
            <Combobox.Options aria-label={shell.found}>
              {found.data?.patients.map((one) => (
                <Combobox.Option key={one.id} value={one.id}>
                  <FoundPatient found={one} />
                </Combobox.Option>
              ))}
              <Combobox.Option value={wholeList}>
                {found.data?.patients.length === 0 ? shell.noneFound(asked) : shell.wholeList(asked)}
              </Combobox.Option>
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      </form>
    </search>
  );
}

function FoundPatient({ found }: { readonly found: PatientFoundView }) {
  const { familyName, givenName, birthDate, phone, nextVisit } = found;
  return (
    <>
      <Text component="span" fw={550}>
        {familyName}, {givenName}
      </Text>
      <Text component="span" display="block" size="sm">
        {nextVisit ? nextVisitText(nextVisit) : patient.noNextVisit}
      </Text>
      <Text component="span" display="block" size="sm" c="dimmed">
        {[patient.born(dayText(birthDate)), phone].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}
