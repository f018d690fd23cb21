type SettingUnit = "days" | "months" | "position";

export const ruleSet = {
  title: "Rules of this clinic",
  lead: "How long to wait after what, and which verdict holds. Each can be changed inside what was documented, and never outside it.",
  the: "The rules",
  loading: "Fetching the rules…",
  back: "All evidence",
  version: (id: string, version: string) => `Rules ${id}, version ${version}`,
  reviewedBy: (names: string) => `Reviewed by ${names}`,
  notReviewed: "Not reviewed by a clinician.",
  noRegistration: "To change a rule, ask an owner to enter your registration number under Staff.",
  readOnly: "Only clinicians change these.",
  forPerson: (name: string) => `For ${name} alone`,
  forPersonText: "A prescriber outside decides, in writing. Nothing changes for anybody else.",
  backToPatient: "Back to the suitability",
  adjustable: "Can be changed",
  fixed: "Can't be changed: no range was documented",
  others:
    "Every other rule has no wait. What a prescriber decides, or what nobody may treat, has no milder position here: the decision is theirs, for one person each time.",
  setting: (count: number, unit: SettingUnit) => {
    if (unit === "position") return count === 0 ? "Founding verdict" : "Milder position";
    return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  },
  milder: (says: string) => `The milder position that a label documents: ${says}`,
  position: "Which position holds",
  today: "This clinic",
  founding: "Founding",
  scale: (wait: string, founding: string, min: string, max: string) =>
    `This clinic waits ${wait}; founding ${founding}; range found ${min} to ${max}.`,
  changedFrom: (founding: string) => `founding: ${founding}`,
  personOnly: "Never for everyone: only for one person, by a prescriber. Open the patient's suitability to change it.",
  found: "Positions found",
  change: "Change…",
  changeOf: (says: string) => `Change: ${says}`,
  changeTitle: "Change a rule",
  newWait: (unit: SettingUnit) => `New wait, in ${unit}`,
  allowed: (min: number, max: number) => `From ${min} to ${max}`,
  show: "Show who is affected",
  preview: "Who is affected",
  becomes: (before: string, after: string) => `From ${before} to ${after}.`,
  nobody: "No standing plan or waiting decision would be answered otherwise.",
  affected: (count: number) =>
    count === 1
      ? "1 plan would be answered otherwise. It becomes a task."
      : `${count} plans would be answered otherwise. Each becomes a task.`,
  plans: { planned: "Planned course", "under-way": "Course under way", none: "Waiting decision" },
  turns: {
    stopped: "Treatment stops until it is signed again.",
    opened: "Treatment could go ahead once it is signed again.",
    neither: "The day or a reason changes.",
  },
  standing: (verdict: string, day: string | null) => (day === null ? verdict : `${verdict}, not before ${day}`),
  moves: (before: string, after: string) => (before === after ? before : `${before} → ${after}`),
  reason: "Why, in a few words",
  prescriber: "The prescriber's decision",
  prescriberFields: {
    name: "Prescriber's name",
    registration: "Registration number",
    opinion: "What they decided",
    on: "Decided on",
  },
  password: "Your password",
  signText: (name: string, registration: string) =>
    `You sign as ${name} (${registration}). The change holds from now on and stays on record; decisions already signed keep the rules they were signed by.`,
  sign: "Sign the change",
  signed: "Signed. The rule holds from now on.",
  stale: "Somebody changed the rules meanwhile. Nothing was signed; look at who is affected again.",
  history: "Signed changes",
  historyNone: "Nothing was changed: the founding rules hold.",
  historyColumns: { when: "When", rule: "Rule", change: "Change", who: "Signed by", scope: "For", version: "Version" },
  everyone: "everyone",
  fromTo: (before: string, after: string) => `${before} to ${after}`,
  signer: (name: string, registration: string) => `${name} (${registration})`,
  scopeOf: (name: string, prescriber: string) => `${name}, decided by ${prescriber}`,
  refused: (why: string) => `No longer holds: ${why}.`,
  affectedThen: (count: number) => (count === 1 ? "1 plan was affected" : `${count} plans were affected`),
  changeRow: (rule: string) => `change of ${rule}`,
} as const;
