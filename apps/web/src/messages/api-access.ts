export const apiAccess = {
  title: "API access",
  lead: "For programs that work with this clinic.",
  documentTitle: "The description of the API",
  documentText: "Every operation, its fields and its answers, as OpenAPI 3.1:",
  documentLink: "/api/openapi.json",
  tokenTitle: "Making a token",
  tokenText:
    "A token is made on the clinic's own server, at the command line, by whoever runs it. It is shown once and kept only as a hash.",
  tokenCommand: 'fibril token create --role integrator --name "name of the program"',
  tokenUse: "The program sends it with every request:",
  tokenHeader: "Authorization: Bearer <token>",
  limitsTitle: "What a token may do",
  limitsText:
    "What its role may do and nothing more. Each request is in the audit under the token's name. A write needs an Idempotency-Key header, so that a repeated request is never done twice.",
  noPromise: "Version 0: names and fields may still change. The changelog says when they do.",
} as const;
