export { type Band, type Bands, bandOf, bandsOf } from "./bands.ts";
export { type Calibration, type CalibrationRequest, calibrate } from "./calibrate.ts";
export { type CalibrationRow, calibrationData, calibrationDataVersion } from "./calibration-data.ts";
export type { CourseToSolve } from "./course-to-solve.ts";
export { courseTrajectory } from "./course-trajectory.ts";
export { type DataRow, dataTable, dataTableVersion } from "./data-table.ts";
export { type HoldOutScore, scoreHoldOut } from "./hold-out.ts";
export { ageFactor, type Injury, injuriesOn, injuryFraction } from "./injury.ts";
export {
  type FreeParameterName,
  fixedParameters,
  type Parameters,
  parameterNames,
  parametersOf,
  restOf,
  withFixed,
} from "./parameters.ts";
export { parseSimulation, type Simulation } from "./parse-simulation.ts";
export { type Phase, type Phases, phasesOf } from "./phases.ts";
export {
  adultAgeYears,
  type BandRequest,
  compareSchedules,
  type PopulationBand,
  populationBand,
  populationSetting,
  type ScheduleDifference,
} from "./population-band.ts";
export { priors } from "./priors.ts";
export { modelVersion, publishedEnsemble, publishedParameters } from "./published.ts";
export { publishedEnsembleFile } from "./published-ensemble.ts";
export { sbmlOf } from "./sbml.ts";
export { outputDays, type SimulationAnswer, simulate, simulateDocument } from "./simulate.ts";
export { solveCourse } from "./solve-course.ts";
export { type StateName, stateNames, type Trajectory } from "./trajectory.ts";
export { millimetres, perCm2, years } from "./units.ts";
export { holdOutScores, leaveOneStudyOut, simulationBasedCalibration } from "./validation-results.ts";
export { type ValidationRow, validationTable } from "./validation-table.ts";
export { modelSentences, promiseWords } from "./wording.ts";
