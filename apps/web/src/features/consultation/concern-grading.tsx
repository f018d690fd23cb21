import type { ConcernAtZone } from "@fibril/contract";
import type { ZoneId } from "@fibril/protocol";
import { concerns } from "@fibril/suitability";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { FaceMap } from "../../ui/face-map.tsx";
import { marksOf, notGraded, withSeverity } from "./concern-grades.ts";
import { severityName, zoneName } from "./consultation-draft.ts";
import { Segments } from "./segments.tsx";

const text = messages.consultation;
const severities = Object.entries(text.severities).map(([value, label]) => ({ value, label }));
const nowhere: ReadonlySet<ZoneId> = new Set();

interface Grading {
  readonly grades: readonly ConcernAtZone[];
  readonly isDisabled: boolean;
  readonly onChange: (grades: ConcernAtZone[]) => void;
}

/** Each of the nine concerns is graded by zone: concern, zones, severity. */
export function ConcernGrading({ grades, isDisabled, onChange }: Grading) {
  const [concern, setConcern] = useState<ConcernAtZone["concern"]>(grades[0]?.concern ?? "fine-lines");
  const [zones, setZones] = useState(nowhere);
  const grade = (severity: number | null) => {
    onChange(withSeverity(grades, concern, zones, severity));
    setZones(nowhere);
  };
  return (
    <div className="fb-grading">
      <Stack gap={16}>
        <Text c="dimmed">{text.concernHint}</Text>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row in every browser */}
        <div className="fb-segments" role="group" aria-label={text.concern}>
          {concerns.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === concern}
              onClick={() => {
                setConcern(one);
                setZones(nowhere);
              }}
            >
              {text.concerns[one]}
            </button>
          ))}
        </div>
        <div>
          <Text mb={6}>{text.severity}</Text>
          <Segments
            label={text.severity}
            options={severities}
            gapLabel={text.clearZones}
            value={shared(grades, concern, zones)}
            isAsked={zones.size > 0}
            isDisabled={isDisabled || zones.size === 0}
            onChoose={(value) => grade(value === null ? null : Number(value))}
          />
        </div>
        <GradeList grades={grades} isDisabled={isDisabled} onRemove={onChange} />
      </Stack>
      <FaceMap
        label={text.faceOf(text.concerns[concern])}
        marks={marksOf(grades, concern, (severity) => text.severityOf(text.concerns[concern], severityName(severity)))}
        selected={zones}
        {...(isDisabled ? {} : { onSelect: setZones })}
      />
    </div>
  );
}

interface Grades {
  readonly grades: readonly ConcernAtZone[];
  readonly isDisabled: boolean;
  readonly onRemove: (grades: ConcernAtZone[]) => void;
}

function GradeList({ grades, isDisabled, onRemove }: Grades) {
  if (grades.length === 0) return <Text c="dimmed">{text.noConcerns}</Text>;
  return (
    <ul className="fb-grades" aria-label={text.recordedConcerns}>
      {grades.map((grade) => (
        <li key={`${grade.concern} ${grade.zone}`}>
          <Group justify="space-between" wrap="nowrap">
            <span>{wordsOf(grade)}</span>
            {!isDisabled && (
              <Button
                variant="subtle"
                h={44}
                flex="none"
                aria-label={`${text.removeEntry}: ${wordsOf(grade)}`}
                onClick={() => onRemove(grades.filter((one) => one !== grade))}
              >
                {text.removeEntry}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ concern, zone, severity }: ConcernAtZone): string {
  if (zone === notGraded) return text.notGraded(text.concerns[concern]);
  return text.concernAt(text.concerns[concern], zoneName(zone), severityName(severity));
}

/** The severity of the chosen zones where they all have the same one. */
function shared(
  grades: readonly ConcernAtZone[],
  concern: ConcernAtZone["concern"],
  zones: ReadonlySet<ZoneId>,
): string | null {
  const found = [...zones].map(
    (zone) => grades.find((grade) => grade.concern === concern && grade.zone === zone)?.severity ?? null,
  );
  const [first = null] = found;
  return first !== null && found.every((one) => one === first) ? String(first) : null;
}
