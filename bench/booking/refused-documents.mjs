/** Searches in a clinic year of size M that no course answers, each blocked by something else. */
import { courseRequest } from "./clinic-year.mjs";

export function refusedDocuments(document) {
  const request = courseRequest(0);
  const { practitioners, rooms, devices } = document;
  const month = { min: 28, max: 30, target: 28 };
  return [
    { ...document, request: { ...request, sessions: 12 } },
    { ...document, request: { ...request, weekdays: ["sun"] } },
    { ...document, request: { ...request, weekdays: ["mon"], gapDays: { min: 29, max: 34, target: 30 } } },
    {
      ...document,
      devices: devices.map((device) => ({ ...device, outages: [["2027-02-01", "2027-12-30"]] })),
      request,
    },
    { ...document, rooms: rooms.slice(0, 1), devices: devices.slice(0, 1), request: { ...request, gapDays: month } },
    { ...document, practitioners: practitioners.map(lapsed), request },
  ];
}

function lapsed(practitioner) {
  return { ...practitioner, qualifications: [{ name: "needling-face", validTo: "2027-03-01" }] };
}
