import { booking } from "./booking.ts";
import { course } from "./course.ts";
import { gallery } from "./gallery.ts";
import { recovery } from "./recovery.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { signIn } from "./sign-in.ts";
import { ui } from "./ui.ts";

/** Every word that people read, by feature. A new feature adds its own file and one row here. */
export const messages = { booking, course, gallery, recovery, session, shell, signIn, ui } as const;
