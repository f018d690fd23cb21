import { footnoteOf } from "./source-marks.mjs";

/** The frame of every page: no script, no inline style, one style sheet, so that it prints and reads anywhere. */
export function pageLayout({ title, summary, depth, body }) {
  const up = depth === 0 ? "" : "../".repeat(depth);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(summary)}">
<title>${escapeHtml(title)} · fibril</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}learn.css">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header class="top"><a class="brand" href="${up || "./"}">fibril <span>reading</span></a>
<nav aria-label="Reading"><a href="${up}self-check/">Is it for me?</a> <a href="${up}warning-signs/">When to call</a></nav></header>
<main id="content" tabindex="-1">
${body}
</main>
<footer class="bottom">
<p class="urgent"><strong>You cannot breathe well, your lips or tongue swell, you faint, or an eye hurts after a session?</strong> Call the emergency number now: 999 in the United Kingdom, 112 in the European Union, 911 in the United States and Canada, 000 in Australia.</p>
<p>General reading. It does not replace a talk with someone who has seen your skin.</p>
</footer>
</body>
</html>
`;
}

/** Title, summary, and that nobody with a licence has checked it yet. */
export function pageHead({ title, summary, date, review }) {
  return `<h1>${escapeHtml(title)}</h1>
<p class="summary">${escapeHtml(summary)}</p>
<p class="review"><strong>${escapeHtml(capitalised(review))}.</strong> Written <time datetime="${date}">${readableDate(date)}</time>.</p>`;
}

/** The list that the marks in the text lead to. */
export function sourceList(marks) {
  const items = marks.map((mark) => {
    const { kind, title, read, ...where } = footnoteOf(mark);
    return `<li id="source-${mark}"><strong>${kind}.</strong> ${escapeHtml(title)} ${identifierOf(where)} ${escapeHtml(read)}</li>`;
  });
  return `<section class="sources" aria-labelledby="sources"><h2 id="sources">Where this comes from</h2>
<ol>${items.join("\n")}</ol></section>`;
}

function identifierOf({ identifier, address }) {
  if (identifier === "") return "";
  if (address === null) return `${escapeHtml(identifier)}.`;
  return `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(identifier)}</a>.`;
}

export function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function readableDate(date) {
  const months = "January February March April May June July August September October November December".split(" ");
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}
