import type { ConsentText } from "./consent.ts";

/**
 * The first texts of a new clinic, for its own clinician to read and change. Not reviewed by a clinician.
 * Marks name sources of the evidence register; `[practice]` is practice, unsourced.
 */
export const foundingTexts: readonly ConsentText[] = [
  {
    kind: "treatment",
    title: "Consent to a course of microneedling",
    body: [
      "Microneedling makes many very small, controlled injuries in the skin with sterile needles. Nothing is injected. The skin answers by repairing itself, and over weeks it makes new collagen. How much differs from person to person, and nobody can tell beforehand how much you may see. [S14] [S105] [practice]",
      "A course is 3 to 6 sessions, 4 to 6 weeks apart. Trials used 3 to 6 sessions. Many people see a change, some see little or none. How long a change lasts beyond 6 to 12 months has not been studied well. [S46] [practice]",
      "What to expect: the skin is red and feels tight and hot for hours, often for 1 to 2 days, sometimes 3. Dryness and flaking may follow up to day 5. Passing effects were over within 7 days in the studies that looked. [S14]",
      "What can go wrong: darker patches, infection, a flare of cold sores or acne, scars in lines, and allergic lumps (granulomas) that may be hard to treat. They are uncommon; how uncommon is not known exactly. Lumps were reported after products that are not sterile were put on the fresh channels, so only sterile products are used. [S14] [S4] [S82]",
      "Your part: tell us about medicines, pregnancy, illnesses, sunburn and treatments elsewhere, before each session. Follow the care plan. Answer the check-ins, and call us when something is not as the plan says. [practice]",
      "Other ways: you may do nothing, look after your skin with sun protection, or ask about other treatments. You may stop at any time, also during a session, and you need not say why. [practice]",
      "The needles and the numbing cream come from sterile, labelled packs, used once. We write down the lot of each, so that we can reach you if a maker recalls it. [S3] [practice]",
      "Treatment for some of these concerns, and for people under 22, is outside what the makers' labels were authorised for in the United States. Ask us if this is so for you. [S1]",
    ].join("\n\n"),
    fields: [
      { key: "read", label: "I have read this, or it was read to me", kind: "yes-no", required: true, mustBe: "yes" },
      {
        key: "questions",
        label: "My questions were answered, or I have none",
        kind: "yes-no",
        required: true,
        mustBe: "yes",
      },
      {
        key: "noPromise",
        label: "I understand that a result can't be promised",
        kind: "yes-no",
        required: true,
        mustBe: "yes",
      },
      {
        key: "changes",
        label: "I shall say before each session what has changed in my health or medicines",
        kind: "yes-no",
        required: true,
        mustBe: "yes",
      },
      { key: "matters", label: "What matters most to me about this treatment", kind: "text", required: false },
    ],
  },
  {
    kind: "photographs",
    title: "Photographs: what they may be used for",
    body: [
      "We ask to photograph the treated skin before the first session and at later visits, always in the same poses, so that you and we can see what changed. You may say no to every use below and still be treated. [practice]",
      "Photographs are stored encrypted, without place or device data. Who looks at one is written down, and you can see it on your own pages. [practice]",
      "You may take back any of these uses later. From then on the clinic no longer uses them in that way; copies that were already given out are listed for you. [practice]",
    ].join("\n\n"),
    fields: [
      { key: "read", label: "I have read this, or it was read to me", kind: "yes-no", required: true, mustBe: "yes" },
    ],
  },
  {
    kind: "assent",
    title: "For you, if you are under 18",
    body: [
      "Microneedling makes tiny holes in the skin with clean needles, so that the skin repairs itself. It can sting. Afterwards the skin is red for a day or two. [S14]",
      "Your parent or guardian has to agree, and so do you. If you do not want it, it is not done, and nobody will be cross. You can stop at any time. [practice]",
      "For people your age it is used for scars only, and a doctor has said that it may be done for you. [practice]",
    ].join("\n\n"),
    fields: [
      {
        key: "understood",
        label: "Somebody explained it to me and I understood",
        kind: "yes-no",
        required: true,
        mustBe: "yes",
      },
      { key: "wants", label: "I want to have it done", kind: "yes-no", required: true, mustBe: "yes" },
    ],
  },
];
