export const reading = {
  forPatient: "To read with the patient, or to print",
  forMe: "Read more",
  /** By the names of the pages in content/education. */
  pages: {
    aftercare: "After your session, day by day",
    collagen: "Collagen, and why skin changes",
    "how-it-works": "What happens in the skin",
    "other-treatments": "Needling and other treatments",
    "questions-after": "More questions – after the session",
    "questions-before": "More questions – is it for me?",
    "questions-clinic": "More questions – the clinic and your choices",
    safety: "What can go wrong",
    "self-check": "Is it for me?",
    "ten-questions": "Ten questions people ask first",
    "warning-signs": "What is not normal, and whom to call",
    "what-it-is": "What microneedling is",
    "what-it-may-help": "What it may help, and how sure we are",
    "who-it-suits": "Who it suits, and who should wait",
    "your-course": "Your course, and what comes after",
    "your-session": "Your session, step by step",
  },
} as const;
