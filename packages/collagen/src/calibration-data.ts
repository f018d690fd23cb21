export const calibrationIds = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"] as const;
export type CalibrationId = (typeof calibrationIds)[number];

export interface CalibrationRow {
  readonly role: "calibrate";
  readonly study: string;
  readonly n: number | null;
  readonly species: "human" | "rat" | "rat and human";
  readonly device: string;
  readonly schedule: string;
  readonly observation: string;
  readonly value: number;
  /** Assumed where the study's own could not be read. */
  readonly sd: number;
  readonly reference: string | null;
  readonly status: string;
}

export const calibrationDataVersion = "1.0.0";

/** What the model is fitted to; to change the fit, change a row and publish a new ensemble. */
export const calibrationData = {
  C1: {
    role: "calibrate",
    study: "Lotfi, Moneib, Yehia 2013",
    n: 30,
    species: "human",
    device: "1.5 mm roller",
    schedule: "5 monthly sessions, biopsy 8 weeks after the last",
    observation: "collagen in papillary dermis (Masson), ratio to before",
    value: 1.532,
    sd: 0.15,
    reference: "10.1097/01.EWX.0000432504.85255.ec",
    status: "value read; its spread could not be read and is assumed",
  },
  C2: {
    role: "calibrate",
    study: "Lotfi, Moneib, Yehia 2013",
    n: 30,
    species: "human",
    device: "1.5 mm roller",
    schedule: "5 monthly sessions, biopsy 8 weeks after the last",
    observation: "silver stain, taken as type III, ratio to before",
    value: 1.654,
    sd: 0.2,
    reference: "10.1097/01.EWX.0000432504.85255.ec",
    status: "value read; that it is type III is our reading; spread assumed",
  },
  C3: {
    role: "calibrate",
    study: "single-centre trial 2021",
    n: 32,
    species: "human",
    device: "microneedling",
    schedule: "4 monthly sessions, 1 and 3 months after the last",
    observation: "optical attenuation, gain at 3 months over gain at 1 month",
    value: 17.33 / 15.65,
    sd: 0.25,
    reference: "PMID 33656167",
    status: "values read; a proxy of scatter, not collagen; spread assumed",
  },
  C4: {
    role: "calibrate",
    study: "infiltrate after fractional laser",
    n: 3,
    species: "human",
    device: "fractional laser",
    schedule: "one session, days 1 and 7",
    observation: "inflammation on day 7 over day 1",
    value: 0.05,
    sd: 0.07,
    reference: "PMID 22093071",
    status: "direction read; the number is ours",
  },
  C5: {
    role: "calibrate",
    study: "Aust 2010",
    n: null,
    species: "rat",
    device: "needling",
    schedule: "one session, day 14",
    observation: "TGF-b3 on day 14 over its peak",
    value: 0.15,
    sd: 0.1,
    reference: "PMID 20337652",
    status: "direction read; the number is ours",
  },
  C6: {
    role: "calibrate",
    study: "Sherrill 2021",
    n: 14,
    species: "human",
    device: "ablative fractional laser",
    schedule: "one session, day 28",
    observation: "matrix genes on day 28 over their peak",
    value: 0.6,
    sd: 0.2,
    reference: "PMID 34843523",
    status: "direction read; the number is ours",
  },
  C7: {
    role: "calibrate",
    study: "rat wound 1979; human laser",
    n: null,
    species: "rat and human",
    device: "wound; laser",
    schedule: "one session",
    observation: "day of peak synthesis",
    value: 14,
    sd: 5,
    reference: "PSEBM 160:458",
    status: "rat day 7 read; human figure not read",
  },
  C8: {
    role: "calibrate",
    study: "Babraj 2005",
    n: null,
    species: "human",
    device: "none",
    schedule: "untreated",
    observation: "baseline skin collagen synthesis, % a day",
    value: 0.888,
    sd: 0.45,
    reference: "AJP 289:E864",
    status: "value read; spread assumed",
  },
} as const satisfies Record<CalibrationId, CalibrationRow>;
