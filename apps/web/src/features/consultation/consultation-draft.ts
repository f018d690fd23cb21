import type { ChangeConsultationBody, ConsultationDraftView, ConsultationView } from "@fibril/contract";
import { zones } from "@fibril/protocol";
import { questionIds } from "@fibril/suitability";
import { messages } from "../../messages/index.ts";
import type { VersionDifference } from "../../ui/version-conflict.tsx";
import { answerOf } from "./answers-model.ts";

export type ConsultationDraft = ChangeConsultationBody;

/** What is edited; before the first word it is empty, and its first edit names version 1. */
export function draftOf(stored: ConsultationView | null): ConsultationDraft {
  if (!stored) {
    return { version: 1, answers: {}, concerns: [], area: null, anaesthetic: null, fitzpatrick: null, skinNotes: "" };
  }
  const { version, answers, concerns, area, anaesthetic, fitzpatrick, skinNotes } = stored;
  return { version, answers, concerns, area, anaesthetic, fitzpatrick, skinNotes };
}

/** What the clinic keeps of a draft, as it is edited. */
export function draftOfKept({ startedFrom, content }: ConsultationDraftView): ConsultationDraft {
  return { version: startedFrom, ...content };
}

export function contentOf({ version: _version, ...content }: ConsultationDraft) {
  return content;
}

const text = messages.consultation;

/** Where two versions differ, in words, question by question. */
export function differencesOf(mine: ConsultationDraft, theirs: ConsultationDraft): VersionDifference[] {
  const answers = questionIds.map((question) => ({
    field: text.names[question] ?? question,
    mine: answerWords(mine.answers, question),
    theirs: answerWords(theirs.answers, question),
  }));
  const rest = [
    { field: text.parts.concerns, mine: concernWords(mine), theirs: concernWords(theirs) },
    { field: text.area, mine: areaWords(mine), theirs: areaWords(theirs) },
    { field: text.anaesthetic, mine: anaestheticWords(mine), theirs: anaestheticWords(theirs) },
    { field: text.phototype, mine: phototypeWords(mine), theirs: phototypeWords(theirs) },
    { field: text.parts.skinNotes, mine: mine.skinNotes, theirs: theirs.skinNotes },
  ];
  return [...answers, ...rest].filter((row) => row.mine !== row.theirs);
}

function answerWords(answers: ConsultationDraft["answers"], question: string): string {
  const given = answerOf(answers, question);
  if (!given) return text.answers.none;
  const { answer, ...details } = given;
  return Object.keys(details).length === 0
    ? text.answers[answer]
    : `${text.answers[answer]}, ${JSON.stringify(details)}`;
}

function concernWords({ concerns }: ConsultationDraft): string {
  return concerns
    .map(({ concern, zone, severity }) =>
      text.concernAt(text.concerns[concern], zoneName(zone), severityName(severity)),
    )
    .sort()
    .join("; ");
}

const areaWords = ({ area }: ConsultationDraft) => (area ? text.areas[area] : text.notChosen);
const anaestheticWords = ({ anaesthetic }: ConsultationDraft) =>
  anaesthetic ? text.anaesthetics[anaesthetic] : text.notChosen;
const phototypeWords = ({ fitzpatrick }: ConsultationDraft) =>
  fitzpatrick ? text.phototypes[fitzpatrick as keyof typeof text.phototypes] : text.notAssessed;

export function zoneName(zone: string): string {
  return zone in zones ? zones[zone as keyof typeof zones].label : zone;
}

export function severityName(severity: number): string {
  return text.severities[severity as keyof typeof text.severities] ?? String(severity);
}
