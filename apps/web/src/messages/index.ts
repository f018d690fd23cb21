import { account } from "./account.ts";
import { apiAccess } from "./api-access.ts";
import { audit } from "./audit.ts";
import { booking } from "./booking.ts";
import { bookingOverride } from "./booking-override.ts";
import { calendarFeed } from "./calendar-feed.ts";
import { clinicSettings } from "./clinic-settings.ts";
import { collagen } from "./collagen.ts";
import { consent } from "./consent.ts";
import { consultation } from "./consultation.ts";
import { course } from "./course.ts";
import { courseByHand } from "./course-by-hand.ts";
import { evidence } from "./evidence.ts";
import { firstSteps } from "./first-steps.ts";
import { gallery } from "./gallery.ts";
import { measurement } from "./measurement.ts";
import { modelCard } from "./model-card.ts";
import { overview } from "./overview.ts";
import { patient } from "./patient.ts";
import { portal } from "./portal.ts";
import { reading } from "./reading.ts";
import { recovery } from "./recovery.ts";
import { replanning } from "./replanning.ts";
import { resources } from "./resources.ts";
import { ruleSet } from "./rule-set.ts";
import { selfBooking } from "./self-booking.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { staff } from "./staff.ts";
import { suitability } from "./suitability.ts";
import { timeline } from "./timeline.ts";
import { ui } from "./ui.ts";
import { waitlist } from "./waitlist.ts";

/** Every word that people read, by feature. A new feature adds its own file and one row here. */
export const messages = {
  account,
  apiAccess,
  audit,
  booking,
  bookingOverride,
  calendarFeed,
  collagen,
  clinicSettings,
  consent,
  consultation,
  course,
  courseByHand,
  evidence,
  firstSteps,
  gallery,
  measurement,
  modelCard,
  overview,
  patient,
  portal,
  reading,
  recovery,
  replanning,
  resources,
  ruleSet,
  selfBooking,
  session,
  shell,
  signIn,
  staff,
  suitability,
  timeline,
  ui,
  waitlist,
} as const;
