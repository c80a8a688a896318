// A browser without a window, spoken to through a pipe: no port is opened, nothing is fetched.
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

export function findBrowser() {
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  throw new Error(`no browser on the PATH: one of ${NAMES.join(", ")} is needed`);
}

export class Browser {
  #child;
  #profile;
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #rest = "";

  constructor() {
    this.#profile = mkdtempSync(join(tmpdir(), "gapwise-browser-"));
    const args = [
      "--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
      "--font-render-hinting=none", `--user-data-dir=${this.#profile}`,
    ];
    if (process.getuid?.() === 0) args.push("--no-sandbox");
    this.#child = spawn(findBrowser(), args, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.#child.stdio[4].setEncoding("utf8").on("data", (text) => this.#hear(text));
    this.#child.on("exit", () => {
      for (const { fail } of this.#waiting.values()) fail(new Error("the browser ended"));
    });
  }

  #hear(text) {
    const parts = (this.#rest + text).split("\0");
    this.#rest = parts.pop();
    for (const message of parts.map((part) => JSON.parse(part))) {
      const waiting = this.#waiting.get(message.id);
      if (waiting) {
        this.#waiting.delete(message.id);
        if (message.error) waiting.fail(new Error(`${waiting.method}: ${message.error.message}`));
        else waiting.done(message.result);
      } else {
        for (const listener of this.#listeners) listener(message);
      }
    }
  }

  send(method, params = {}, sessionId) {
    const id = this.#next++;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail, method });
      this.#child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }

  async page() {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    return new Page(this, targetId, sessionId);
  }

  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close() {
    const ended = new Promise((done) => this.#child.on("exit", done));
    await this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Page {
  messages = [];
  requests = [];
  #browser;
  #target;
  #session;
  #unlisten;
  #loaded;

  constructor(browser, target, session) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
    this.#unlisten = browser.listen((message) => message.sessionId === session && this.#hear(message));
  }

  #hear({ method, params }) {
    if (method === "Page.loadEventFired") this.#loaded?.();
    if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    if (method === "Log.entryAdded") this.messages.push(params.entry.text);
    if (method === "Runtime.consoleAPICalled") this.messages.push(JSON.stringify(params.args));
    if (method === "Runtime.exceptionThrown") this.messages.push(params.exceptionDetails.text);
    if (method === "Page.javascriptDialogOpening") this.messages.push(`dialog: ${params.message}`);
  }

  send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  async open(url) {
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await this.send(`${domain}.enable`);
    const loaded = new Promise((done) => (this.#loaded = done));
    await this.send("Page.navigate", { url });
    await loaded;
  }

  async evaluate(expression) {
    const answer = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? "failed");
    return answer.result.value;
  }

  size(width, height) {
    return this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  media(media, scheme) {
    const features = [{ name: "prefers-color-scheme", value: scheme }];
    return this.send("Emulation.setEmulatedMedia", { media, features });
  }

  async picture() {
    const { data } = await this.send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true });
    return Buffer.from(data, "base64");
  }

  async close() {
    this.#unlisten();
    await this.#browser.send("Target.closeTarget", { targetId: this.#target });
  }
}
