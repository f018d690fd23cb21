import { Button, Group, NumberInput, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { CodeScan } from "../../ui/code-scan.tsx";
import { ConfirmInWords } from "../../ui/confirm-in-words.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { notifyUndo } from "../../ui/notify-undo.tsx";
import { SaveState } from "../../ui/save-state.tsx";
import { type Signature, SignaturePad } from "../../ui/signature-pad.tsx";

export function FormSamples() {
  const [signature, setSignature] = useState<Signature | null>(null);
  const [birthDate, setBirthDate] = useState("1987-01-12");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="fb-gallery-split">
      <Stack>
        <TextInput label="Family name" defaultValue="Ó Súilleabháin" />
        <DayField
          label="Birth date"
          value={birthDate}
          onChange={({ currentTarget }) => setBirthDate(currentTarget.value)}
        />
        <NumberInput label="Anaesthetic" suffix=" g" defaultValue={12} />
        <Select label="End point" data={["Erythema", "Pinpoint bleeding"]} defaultValue="Erythema" />
        <Radio.Group label="A tendency to keloid scars?" defaultValue="no">
          <Group mt={8}>
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
            <Radio value="unknown" label="Don't know" />
          </Group>
        </Radio.Group>
        <CodeScan label="Cartridge lot" onCode={() => undefined} />
      </Stack>
      <Stack>
        <SignaturePad value={signature} onChange={setSignature} />
        <SaveState saving={{ state: "saved", at: "09:41" }} />
        <SaveState saving={{ state: "unsaved" }} />
        <SaveState saving={{ state: "failed" }} />
        <Group>
          <Button onClick={() => setIsOpen(true)}>Sign the session</Button>
          <Button variant="default" onClick={() => notifyUndo("The visit was moved to 14:00.", () => undefined)}>
            Move the visit
          </Button>
          <Button variant="subtle">A quiet act</Button>
        </Group>
        <ConfirmInWords
          isOpen={isOpen}
          title="Sign this session?"
          consequence="Once signed, the record is locked. A correction is then added beside it, with your name and a reason."
          act="Sign the session"
          word="sign"
          onConfirm={() => setIsOpen(false)}
          onClose={() => setIsOpen(false)}
        />
      </Stack>
    </div>
  );
}
