import cql from "cql-execution";
import { conditionRules, factNames } from "./condition-rules.mjs";

const system = (type) => `{urn:hl7-org:elm-types:r1}${type}`;

/** The rows as ELM, the form that cql-execution runs, facts as parameters; answers with the verdicts of those that hold. */
export function cqlExecution() {
  const rules = conditionRules();
  const library = new cql.Library(elmOf(rules), new cql.Repository({}));
  const nobody = new cql.PatientSource([]);
  return async (facts) => {
    const { unfilteredResults } = await new cql.Executor(library, null, facts).exec(nobody);
    return rules.filter((_, index) => unfilteredResults[`rule${index}`] === true).map(({ verdict }) => verdict);
  };
}

function elmOf(rules) {
  return {
    library: {
      identifier: { id: "Founding", version: "1.0.0" },
      schemaIdentifier: { id: "urn:hl7-org:elm", version: "r1" },
      usings: { def: [{ localIdentifier: "System", uri: "urn:hl7-org:elm-types:r1" }] },
      parameters: { def: factNames().map((name) => ({ name, accessLevel: "Public" })) },
      statements: {
        def: rules.map(({ all }, index) => ({
          name: `rule${index}`,
          context: "Unfiltered",
          accessLevel: "Public",
          expression: all.map(comparison).reduce((left, right) => ({ type: "And", operand: [left, right] })),
        })),
      },
    },
  };
}

function comparison({ fact, operator, value }) {
  const given = { type: "ParameterRef", name: fact };
  switch (operator) {
    case "equal":
      return { type: "Equal", operand: [given, literal(value)] };
    case "in":
      return { type: "In", operand: [given, { type: "List", element: value.map(literal) }] };
    case "contains":
      return { type: "In", operand: [literal(value), given] };
    case "greaterThan":
      return { type: "Greater", operand: [given, literal(value)] };
    case "greaterThanInclusive":
      return { type: "GreaterOrEqual", operand: [given, literal(value)] };
    case "lessThanInclusive":
      return { type: "LessOrEqual", operand: [given, literal(value)] };
    default:
      throw new Error(`no ELM for ${operator}`);
  }
}

function literal(value) {
  const type = { string: "String", number: "Integer", boolean: "Boolean" }[typeof value];
  return { type: "Literal", valueType: system(type), value: String(value) };
}
