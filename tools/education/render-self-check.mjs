import { escapeHtml, pageHead, pageLayout, sourceList } from "./page-layout.mjs";
import { markdownRenderer } from "./render-markdown.mjs";

/**
 * "Is it for me?" as one page that shows one question at a time.
 *
 * The answers are links to a place in the page (#…). A browser never sends that part of an address, so no answer
 * reaches the clinic, its log or its memory; the style sheet shows the place that was asked for. No answer is a yes.
 */
export function renderSelfCheck(selfCheck) {
  const { html, marks } = markdownRenderer();
  const { steps, opening, worthAConsultation, otherWaits, closing } = selfCheck;
  const text = (paragraphs) => html(paragraphs.join("\n\n"));
  const sections = steps.flatMap((step, place) => [
    questionSection({ step, text, place, total: steps.length, next: steps[place + 1]?.id ?? "worth-a-consultation" }),
    endSection({ step, id: `${step.id}-yes`, words: text(endWords(step, step.yes, otherWaits)) }),
    endSection({ step, id: `${step.id}-unsure`, words: text(endWords(step, step.unsure, otherWaits)) }),
  ]);
  const body = `<article>
${pageHead(selfCheck)}
${text(opening)}
<div class="steps">
${sections.join("\n")}
<section class="step end worth" id="worth-a-consultation" tabindex="-1">
<h2>Worth a consultation</h2>
${text(worthAConsultation)}
${startAgain}
</section>
</div>
${text(closing)}
</article>
${sourceList(marks)}`;
  return pageLayout({ title: selfCheck.title, summary: selfCheck.summary, depth: 1, body });
}

const startAgain = `<p class="again"><a href="#start">Start again</a></p>`;

function questionSection({ step, text, place, total, next }) {
  const { id, question, items, why, unsureLabel = "I don’t know" } = step;
  return `<section class="step" id="${place === 0 ? "start" : id}" tabindex="-1">
<p class="count">Question ${place + 1} of ${total}</p>
<h2>${escapeHtml(question)}</h2>
${items.length > 0 ? `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>` : ""}
<ul class="answers"><li><a href="#${id}-yes">Yes</a></li><li><a href="#${next}">No</a></li><li><a href="#${id}-unsure">${escapeHtml(unsureLabel)}</a></li></ul>
<div class="why">${text(why)}</div>
</section>`;
}

/** Somebody who waits for one thing is told at once what else people wait for: the other questions stay unasked. */
function endWords(step, words, otherWaits) {
  return step.result === "wait" ? [...words, ...otherWaits] : words;
}

function endSection({ step, id, words }) {
  const heading = step.result === "wait" ? `Wait until ${escapeHtml(step.until)}` : "Ask a doctor first";
  return `<section class="step end ${step.result}" id="${id}" tabindex="-1">
<h2>${heading}</h2>
${words}
${startAgain}
</section>`;
}
