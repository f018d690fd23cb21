import { PhotographView } from "@fibril/contract";
import { csrfToken } from "../../api/api.ts";
import { problemFrom, unreachable } from "../../api/api-problem.ts";
import { messages } from "../../messages/index.ts";

interface Sending {
  readonly address: string;
  readonly file: File;
  readonly idempotencyKey: string;
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

/** Sends the bytes with their progress, which `fetch` can't tell. @throws ApiProblem where the answer says no or does not come. */
export function sendPhotograph({
  address,
  file,
  idempotencyKey,
  onProgress,
  signal,
}: Sending): Promise<PhotographView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("content-type", file.type || "image/heic");
    request.setRequestHeader("x-fibril-csrf", csrfToken(document.cookie));
    request.setRequestHeader("idempotency-key", idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(1, total)) * 100));
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status < 300) resolve(PhotographView.parse(answer));
      else reject(problemFrom(request.status, answer));
    };
    request.onerror = () => reject(unreachable(messages.shell.offlineTitle, messages.shell.offlineText));
    request.onabort = () => reject(unreachable(messages.measurement.uploadStopped, ""));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
