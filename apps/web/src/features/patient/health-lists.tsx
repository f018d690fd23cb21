import { AllergyView, MedicineView } from "@fibril/contract";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useClinicClock } from "../../api/clinic-clock.ts";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ListEditor, type ListField } from "./list-editor.tsx";
import { healthQuery } from "./queries.ts";
import { RecordList } from "./record-list.tsx";

const text = messages.patient;

const medicineFields: readonly ListField[] = [
  { name: "name", label: text.medicineFields.name, isText: true },
  { name: "startedOn", label: text.medicineFields.startedOn, type: "date" },
  { name: "stoppedOn", label: text.medicineFields.stoppedOn, type: "date" },
  { name: "note", label: text.medicineFields.note, isText: true },
];
const allergyFields: readonly ListField[] = [
  { name: "substance", label: text.allergyFields.substance, isText: true },
  { name: "reaction", label: text.allergyFields.reaction, isText: true },
  { name: "notedOn", label: text.allergyFields.notedOn, type: "date", isText: true },
  { name: "endedOn", label: text.allergyFields.endedOn, type: "date" },
];

interface Health {
  readonly patientId: string;
  readonly mayChange: boolean;
}

export function HealthLists({ patientId, mayChange }: Health) {
  const health = useQuery(healthQuery(patientId));
  const { today } = useClinicClock();
  if (health.status === "pending") return <Loading />;
  if (health.status === "error")
    return <LoadFailed what={text.parts.health} fault={health.error} retry={() => void health.refetch()} />;
  return (
    <Stack gap={32}>
      <RecordList
        title={text.medicines}
        none={text.noMedicines}
        addLabel={text.addMedicine}
        rows={health.data.medicines}
        nameOf={({ name }) => name}
        detailOf={medicineDetail}
        mayChange={mayChange}
        editor={(row, onDone) => (
          <ListEditor {...{ patientId, row, onDone }} fields={medicineFields} path="medicines" schema={MedicineView} />
        )}
      />
      <RecordList
        title={text.allergies}
        none={text.noAllergies}
        addLabel={text.addAllergy}
        rows={health.data.allergies}
        nameOf={({ substance }) => substance}
        detailOf={allergyDetail}
        mayChange={mayChange}
        editor={(row, onDone) => (
          <ListEditor
            {...{ patientId, row, onDone }}
            fields={allergyFields}
            initial={{ notedOn: today }}
            path="allergies"
            schema={AllergyView}
          />
        )}
      />
    </Stack>
  );
}

function medicineDetail({ startedOn, stoppedOn, note }: MedicineView): string {
  return [
    startedOn ? text.medicineSince(dayText(startedOn)) : text.medicineStartUnknown,
    stoppedOn ? text.medicineStopped(dayText(stoppedOn)) : text.medicineCurrent,
    note,
  ]
    .filter(Boolean)
    .join(" · ");
}

function allergyDetail({ reaction, notedOn, endedOn }: AllergyView): string {
  return [reaction, text.allergyNoted(dayText(notedOn)), endedOn && text.allergyEnded(dayText(endedOn))]
    .filter(Boolean)
    .join(" · ");
}
