export interface ValidationRow {
  readonly id: string;
  readonly observation: string;
  readonly modelSays: string;
  readonly verdict:
    | "agrees"
    | "consistent"
    | "weakly against"
    | "contradicts"
    | "fails"
    | "not comparable"
    | "not representable";
}

/** Kept out of the fit. Failures stay in: V4, V6 and V8 are shown wherever the model is. */
export const validationTable: readonly ValidationRow[] = [
  {
    id: "V1",
    observation: "El-Domyati 2015: new collagen rises from baseline over 1 to 3 months",
    modelSays: "index higher on day 90 than on day 30 in every member",
    verdict: "agrees",
  },
  {
    id: "V2",
    observation: "PMID 33656167: type III mRNA above baseline 3 months after the fourth session",
    modelSays: "synthesis excess above zero",
    verdict: "agrees",
  },
  {
    id: "V3",
    observation: "PMID 33656167: ultrasound density +101.9 %",
    modelSays: "mass several times less: not the same quantity",
    verdict: "not comparable",
  },
  {
    id: "V4",
    observation: "Orringer 2012: fractional laser gives 40 to 50 % of the fully ablative response",
    modelSays: "saturates too early",
    verdict: "fails",
  },
  {
    id: "V5",
    observation: "PMC6122507: wrinkles better at days 90 and 150",
    modelSays: "index raised on both days",
    verdict: "consistent",
  },
  {
    id: "V6",
    observation: "Zeitter 2014, rats: type I up and type III down at 10 weeks",
    modelSays: "type III up by construction",
    verdict: "contradicts",
  },
  {
    id: "V7",
    observation: "Kim 2011, mice: type I and total collagen up",
    modelSays: "up by construction",
    verdict: "agrees",
  },
  {
    id: "V8",
    observation: "Borges 2020: lower collagen density 3 months after fractional laser (oedema)",
    modelSays: "has no water",
    verdict: "not representable",
  },
  {
    id: "V9",
    observation: "Aust 2008: considerable collagen 6 months after mostly one treatment",
    modelSays: "little left of one session at 180 days",
    verdict: "weakly against",
  },
  {
    id: "V10",
    observation: "Schwarz and Laaff 2011: elastin 1.1 to 2 times",
    modelSays: "no elastin in the model",
    verdict: "not comparable",
  },
  {
    id: "V11",
    observation: "Schmitt 2018, skin model: COL3A1 up, IL-1 down by day 5",
    modelSays: "same directions",
    verdict: "agrees",
  },
];
