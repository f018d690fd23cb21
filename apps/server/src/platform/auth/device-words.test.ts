import { describe, expect, it } from "vitest";
import { deviceWords } from "./device-words.ts";

describe("what somebody signed in with", () => {
  it.each`
    says                                                                                                                                            | words
    ${"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"}                                                           | ${"Firefox on Windows"}
    ${"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0"}              | ${"Edge on Windows"}
    ${"Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"}             | ${"Safari on an iPad"}
    ${"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0.0.0 Mobile/15E148 Safari/604.1"} | ${"Chrome on an iPhone"}
    ${"Mozilla/5.0 (Linux; Android 15; SM-X510) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36"}         | ${"Samsung Internet on Android"}
    ${"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36"}                                      | ${"Chrome on Linux"}
    ${"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15"}                      | ${"Safari on a Mac"}
    ${"curl/8.5.0"}                                                                                                                                 | ${null}
    ${undefined}                                                                                                                                    | ${null}
  `("$words", ({ says, words }) => expect(deviceWords(says)).toBe(words));
});
