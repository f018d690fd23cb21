export const gallery = {
  title: "Gallery",
  lead: "Every part of the screens, in every state.",
} as const;
