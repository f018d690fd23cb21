import type { Window } from "./browser.ts";

/** Grades a concern on the face map, examines, and answers every question "no" by its key. */
export async function consult({ page, go }: Window, patientId: string): Promise<void> {
  await go(`/patients/${patientId}/consultation`);
  await page.getByRole("button", { name: "Mild acne scars" }).click();
  for (const zone of ["cheek-right", "cheek-left"]) await page.locator(`[data-zone="${zone}"]`).click();
  const severities = page.getByRole("group", { name: "Severity in the chosen zones" });
  await severities.getByRole("button", { name: "Moderate" }).click();
  await page.getByLabel("Area", { exact: true }).selectOption("face");
  await page.getByLabel("Anaesthetic", { exact: true }).selectOption("lidocaine");
  await page.getByLabel("Phototype").selectOption("5");
  await page.getByRole("button", { name: "Next not asked" }).click();
  const everythingAsked = page.getByRole("button", { name: "Everything was asked" });
  while (!(await everythingAsked.isVisible())) await page.keyboard.press("n");
  await page.getByRole("button", { name: "Save the consultation" }).click();
  await page.getByRole("button", { name: "On to suitability" }).click();
  await page.getByRole("heading", { name: "Today's verdict" }).waitFor();
}

/** What the screen says of today: the verdict, and every reason that it gives. */
export async function readVerdict({ page }: Window): Promise<string> {
  return (await page.getByRole("region", { name: "Today's verdict" }).textContent()) ?? "";
}

export async function agreeAndSign({ page }: Window): Promise<void> {
  await page.getByRole("button", { name: "Agree and sign" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Agree and sign" }).click();
  await page.getByText("Agreed").first().waitFor();
}

export async function openConsent({ page, go }: Window, patientId: string): Promise<void> {
  await go(`/patients/${patientId}/consent`);
  await page.getByRole("region", { name: "Where it stands" }).waitFor();
}

interface Guardian {
  readonly name: string;
  readonly relationship: string;
  readonly phone: string;
  readonly identityChecked: string;
}

export async function writeGuardian({ page, go }: Window, patientId: string, guardian: Guardian): Promise<void> {
  await go(`/patients/${patientId}`);
  await page.getByRole("tab", { name: "Guardians" }).click();
  await page.getByRole("button", { name: "Add a guardian" }).click();
  await page.getByLabel("Name", { exact: true }).fill(guardian.name);
  await page.getByLabel("Relationship").fill(guardian.relationship);
  await page.getByLabel("Telephone").last().fill(guardian.phone);
  await page.getByLabel("How was the identity checked?").fill(guardian.identityChecked);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(`${guardian.name} (${guardian.relationship})`).waitFor();
}

/** Writes down how the identity of a guardian, who stands there alone, was checked. */
export async function checkGuardian({ page, go }: Window, patientId: string, how: string): Promise<void> {
  await go(`/patients/${patientId}`);
  await page.getByRole("tab", { name: "Guardians" }).click();
  await page.getByRole("tabpanel", { name: "Guardians" }).getByRole("button", { name: "Change" }).click();
  await page.getByLabel("How was the identity checked?").fill(how);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(`identity checked: ${how}`).waitFor();
}

/**
 * Reads a text with the patient, answers all it asks with "yes", and hands over the pad; to the guardian where one is
 * named.
 */
export async function signText(
  { page }: Window,
  title: string,
  purpose: string | null,
  guardian: string | null = null,
): Promise<void> {
  await page.getByRole("button", { name: `Read and sign: ${title}` }).click();
  const answers = page.locator(".fb-consent-choice").getByRole("button", { name: "Yes", exact: true });
  for (const yes of await answers.all()) await yes.click();
  for (const open of await page.locator(".fb-card textarea[required]").all()) await open.fill("Asked and answered.");
  if (purpose !== null) await page.getByLabel(purpose).check();
  if (guardian !== null) await page.getByRole("radio", { name: guardian }).check();
  await drawSignature(page);
  await page.getByRole("button", { name: "Sign this text" }).click();
  await page.getByRole("button", { name: "Sign this text" }).waitFor({ state: "detached" });
}

async function drawSignature(page: Window["page"]): Promise<void> {
  const pad = page.getByRole("img", { name: "Sign here with a finger or pen" });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("the signature pad is not on the screen");
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await page.mouse.down();
  for (const [x, y] of [
    [0.35, 0.3],
    [0.5, 0.7],
    [0.7, 0.4],
  ] as const) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 });
  }
  await page.mouse.up();
}

export async function startSession({ page, go }: Window, patientName: string): Promise<string> {
  await go("/today");
  await page.getByRole("button", { name: `Start the session: ${patientName}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "No", exact: true }).click();
  await dialog.getByRole("button", { name: "Start the record" }).click();
  await page.waitForURL(/\/sessions\//);
  await page.getByRole("heading", { level: 1, name: patientName }).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

interface Cartridge {
  readonly lot: string;
  readonly unit: string;
  readonly expiresOn: string;
}

/** The whole face at the usual depths, without numbing cream, in the order of work. */
export async function recordSession({ page }: Window, cartridge: Cartridge): Promise<void> {
  const step = (name: string) => page.getByRole("region", { name, exact: true });
  const choose = (within: string, question: string, answer: string | RegExp) =>
    step(within).getByRole("group", { name: question }).getByRole("button", { name: answer }).first().click();
  for (const tick of await step("Preparation").getByRole("checkbox").all()) await tick.check();
  await choose("Preparation", "Antiseptic", "Chlorhexidine 2 %, aqueous");
  await choose("Numbing cream", "Was numbing cream used?", "No");
  await choose("Device and cartridge", "Device", /Demo Pen A, no. 1/);
  const box = step("Device and cartridge");
  await box.getByLabel("Lot").fill(cartridge.lot);
  await box.getByLabel("Unit").fill(cartridge.unit);
  await box.getByLabel("Good until").fill(cartridge.expiresOn);
  await box.getByRole("button", { name: "Add the cartridge" }).click();
  await page.getByRole("button", { name: "Whole face" }).click();
  const zones = step("Zones");
  await zones.getByRole("button", { name: "Each zone’s usual depth" }).click();
  await zones.getByRole("button", { name: "Passes: one more" }).click();
  await choose("Zones", "End point", /^Redness/);
  await choose("Zones", "Bleeding", "None");
  await choose("Zones", "Directions", "Across");
  await choose("On the skin", "Was anything put on the skin", "No");
  await choose("End", "Pain", /^3$/);
  await choose("End", "Was the session stopped early?", "No, finished");
}

export async function signSession({ page }: Window): Promise<void> {
  await page.getByText("Nothing is missing. The record can be signed.").waitFor();
  await page.getByRole("button", { name: "Sign the session" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign the session" }).click();
  await page.getByText(/^Signed by Dr Priya Nair/).waitFor();
}

export async function acknowledge({ page, go }: Window, patientName: string, note: string): Promise<void> {
  await go("/today");
  const flag = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: new RegExp(patientName) }) });
  await flag.getByRole("button", { name: "I have looked at this" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What you saw and did").fill(note);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await dialog.waitFor({ state: "detached" });
}

export async function recordScore({ page, go }: Window, patientId: string): Promise<void> {
  await go(`/patients/${patientId}/measurements`);
  const scales = page.getByRole("region", { name: "Scales" });
  await scales.getByRole("combobox", { name: "Scale" }).click();
  await page.getByRole("option").first().click();
  await scales.locator(".fb-anchor").nth(1).click();
  await scales.getByRole("button", { name: "Keep the score" }).click();
  await page.getByText("The score is kept.").waitFor();
}

export async function addPhotograph({ page }: Window, photograph: Buffer): Promise<void> {
  const file = { name: "front.png", mimeType: "image/png", buffer: photograph };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByText(/^Kept: /).waitFor();
}
