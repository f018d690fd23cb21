import type { SessionView } from "@fibril/contract";
import { type CalendarDate, parseCalendarDate } from "@fibril/kernel";
import { addCartridge, type CartridgeProblem, type SessionRecord } from "@fibril/session";
import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../../messages/index.ts";
import { CodeScan } from "../../../ui/code-scan.tsx";
import { dayText } from "../../../ui/day.tsx";
import { DayField } from "../../../ui/day-field.tsx";
import { Choice } from "../choice.tsx";
import { lotsToOffer } from "../last-set-up.ts";
import { recordOf } from "../record-of.ts";
import { readCartridgeCode, type ScannedCartridge } from "../scanned-cartridge.ts";

interface Form {
  readonly view: SessionView;
  readonly record: SessionRecord;
  readonly replace: (record: SessionRecord) => void;
}

type Refusal = CartridgeProblem["code"] | "expiry-missing";

const empty: ScannedCartridge = { lot: "", unit: "", expiresOn: "" };

/** One scan, or three fields; an expired cartridge is refused on the spot, a used one when it is saved. */
export function CartridgeForm({ view, record, replace }: Form) {
  const [typed, setTyped] = useState(empty);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const today = view.performedOn as CalendarDate;
  const text = messages.session;
  const put = (values: Partial<ScannedCartridge>) => {
    setTyped({ ...typed, ...values });
    setRefusal(null);
  };
  const add = (cartridge: ScannedCartridge) => {
    const expiresOn = parseCalendarDate(cartridge.expiresOn);
    if (expiresOn === null) return setRefusal("expiry-missing");
    const context = { sessionId: view.id, today, usedUnits: [] };
    const added = addCartridge(
      record,
      { ...cartridge, lot: cartridge.lot.trim(), unit: cartridge.unit.trim(), expiresOn },
      context,
    );
    if (!added.ok) return setRefusal(added.problem.code);
    replace(added.value);
    setTyped(empty);
    setRefusal(null);
    setIsOpen(false);
  };
  const scan = (code: string) => {
    const read = readCartridgeCode(code);
    setTyped(read);
    if (read.lot && read.unit && read.expiresOn) add(read);
  };
  const lots = lotsToOffer({ last: view.last && recordOf(view.last), record, today });
  if (record.cartridges.length > 0 && !isOpen)
    return (
      <Group>
        <Button variant="default" h={44} onClick={() => setIsOpen(true)}>
          {text.openAnotherCartridge}
        </Button>
      </Group>
    );
  return (
    <fieldset className="fb-cream">
      <legend>{text.addCartridgeTitle}</legend>
      <CodeScan label={text.scanCartridge} onCode={scan} />
      {lots.length > 0 && (
        <Choice
          legend={text.sameLot}
          options={lots.map(({ lot, expiresOn }) => ({
            value: `${lot} ${expiresOn}`,
            label: lot,
            hint: text.goodUntil(dayText(expiresOn)),
          }))}
          chosen={[`${typed.lot} ${typed.expiresOn}`]}
          onChoose={(chosen) => {
            const lot = lots.find((one) => `${one.lot} ${one.expiresOn}` === chosen);
            if (lot) put(lot);
          }}
        />
      )}
      <div className="fb-cartridge-fields">
        <TextInput
          label={text.lot}
          value={typed.lot}
          onChange={({ currentTarget: { value } }) => put({ lot: value })}
        />
        <TextInput
          label={text.unit}
          value={typed.unit}
          onChange={({ currentTarget: { value } }) => put({ unit: value })}
        />
        <DayField
          label={text.expiresOn}
          value={typed.expiresOn}
          onChange={({ currentTarget: { value } }) => put({ expiresOn: value })}
        />
      </div>
      {refusal && (
        <p role="alert" className="fb-session-refused">
          {text.cartridgeRefusals[refusal]}
        </p>
      )}
      <Button variant="default" h={44} onClick={() => add(typed)}>
        {text.addCartridge}
      </Button>
    </fieldset>
  );
}
