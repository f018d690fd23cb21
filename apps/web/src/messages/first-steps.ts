import type { FirstStep } from "@fibril/contract";

const steps = {
  contact: {
    title: "How patients reach you",
    text: "The clinic's telephone and address stand on every patient's page and in what they do when something is wrong.",
    act: "Enter the telephone",
  },
  hours: {
    title: "Opening hours",
    text: "One site, open on weekdays from 9:00 to 18:00, is there from the start. Change it to your own hours.",
    act: "Set the opening hours",
  },
  practitioner: {
    title: "Somebody who treats",
    text: "Invite a practitioner, or take a practitioner's place yourself beside the owner's.",
    act: "Invite a practitioner",
  },
  bookable: {
    title: "Their qualifications and weekly roster",
    text: "A visit is offered only when somebody is qualified for it and at work: consultation, and needling of the face.",
    act: "Make somebody bookable",
  },
  room: {
    title: "A room",
    text: "Preparation and treatment may share one. Room 1 is there from the start.",
    act: "Add a room",
  },
  device: {
    title: "A device",
    text: "A consultation needs none; a treatment can't be booked without one.",
    act: "Add a device",
  },
  patient: {
    title: "The first patient",
    text: "A name and a birth date are enough to register somebody.",
    act: "Register a patient",
  },
  consultation: {
    title: "The first consultation",
    text: "It comes before everything else: whether and how to treat is decided there.",
    act: "Book a consultation",
  },
} as const satisfies Record<FirstStep, { readonly title: string; readonly text: string; readonly act: string }>;

export const firstSteps = {
  what: "The first steps",
  title: "Before your first patient",
  lead: (done: number, all: number) => `${done} of ${all} are done. You can do them in any order.`,
  done: "done",
  steps,
  treatToo: "I treat patients myself",
  treatTooDone:
    "You have a practitioner's place now. To treat, choose “Practitioner” in the menu of your account at the top right.",
} as const;
