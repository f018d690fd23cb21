import { foundingRuleSet, type QuestionId } from "@fibril/suitability";
import { messages } from "../../messages/index.ts";
import { answerOf, type IntakeAnswers } from "./intake-answers.ts";

const words = messages.portal.prepare;

const advice: readonly { readonly question: QuestionId; readonly words: string }[] = [
  { question: "topicalActives", words: words.topicals(topicalsWait()) },
  { question: "anticoagulant", words: words.thinner },
  { question: "antiplatelet", words: words.painkiller },
  { question: "herpesHistory", words: words.coldSores },
  { question: "sunExposure", words: words.sun },
  { question: "activeAcneInArea", words: words.acne },
  { question: "anaestheticAllergy", words: words.numbing },
  { question: "contactAllergy", words: words.allergy },
  { question: "diabetes", words: words.diabetes },
];

/** How to prepare for a session, from what the person said; an unsure answer is named, never passed over. */
export function prepareFrom(answers: IntakeAnswers): readonly string[] {
  const own = advice.filter(({ question }) => answerOf(answers, question) === "yes").map((row) => row.words);
  const unsure = Object.keys(answers).filter((id) => answerOf(answers, id) === "unknown").length;
  return [words.clean, ...own, words.changes, ...(unsure > 0 ? [words.unknown(unsure)] : [])];
}

/** The wait of the screening's own row, so that both say the same. */
function topicalsWait(): string {
  const { wait } = foundingRuleSet.questions.topicalActives[0];
  return wait ? `${wait.count} ${wait.unit}` : words.some;
}
