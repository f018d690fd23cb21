import { createJsonSchemaTransform } from "@fastify/type-provider-zod";

type Transform = ReturnType<typeof createJsonSchemaTransform>;
const fromSchemas: Transform = createJsonSchemaTransform({ skipList: [] });

const keyHeader = {
  type: "object",
  properties: {
    "Idempotency-Key": {
      type: "string",
      minLength: 8,
      maxLength: 200,
      description: "A new one for each act, the same on every retry: a repeat is never done twice.",
    },
  },
  required: ["Idempotency-Key"],
} as const;

/** A route as the OpenAPI document tells of it: its Zod schemas, and the key that a write takes. */
export const describeRoute: Transform = (described) => {
  const told = fromSchemas(described);
  if (!described.route.config?.takesKey) return told;
  return { ...told, schema: { ...told.schema, headers: keyHeader } };
};
