import { GuardianView } from "@fibril/contract";
import { Text } from "@mantine/core";
import { messages } from "../../messages/index.ts";
import { ListEditor, type ListField } from "./list-editor.tsx";
import { RecordList } from "./record-list.tsx";

const text = messages.patient;

const fields: readonly ListField[] = [
  { name: "name", label: text.guardianFields.name, isText: true },
  { name: "relationship", label: text.guardianFields.relationship, isText: true },
  { name: "phone", label: text.guardianFields.phone, type: "tel" },
  { name: "email", label: text.guardianFields.email, type: "email" },
  { name: "identityChecked", label: text.guardianFields.identityChecked, hint: text.identityHint },
];

interface Guardians {
  readonly patientId: string;
  readonly isMinor: boolean;
  readonly guardians: readonly GuardianView[];
}

export function GuardianList({ patientId, isMinor, guardians }: Guardians) {
  return (
    <>
      {!isMinor && guardians.length > 0 && <Text mb={12}>{text.guardiansOfAdult}</Text>}
      <RecordList
        title={text.guardians}
        none={`${text.noGuardians}. ${isMinor ? text.noGuardiansMinor : text.noGuardiansText}`}
        addLabel={text.addGuardian}
        rows={guardians}
        nameOf={({ name, relationship }) => `${name} (${relationship})`}
        detailOf={({ phone, email, identityChecked }) =>
          [phone, email, identityChecked ? text.identityChecked(identityChecked) : text.identityUnchecked]
            .filter(Boolean)
            .join(" · ")
        }
        mayChange
        editor={(row, onDone) => (
          <ListEditor {...{ patientId, fields, row, onDone }} path="guardians" schema={GuardianView} />
        )}
      />
    </>
  );
}
