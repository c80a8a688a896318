// Opens reports in a real browser and checks what only a browser can tell. Usage: node check.mjs GAPWISE OUTPUT-FOLDER
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Browser } from "./lib/chromium.mjs";
import { beyond, cut, tree } from "./lib/looks.mjs";
import { hostile, plain } from "./lib/texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [gapwise, output] = process.argv.slice(2).map((path) => resolve(path));
const fixture = (name) => readFileSync(join(here, "fixtures", name), "utf8");
const demo = readFileSync(join(here, "../../src/cli/demo/brightwater.toml"), "utf8");

// pages: the least and the most on A4 and on Letter, client and internal
const ASSESSMENTS = [
  { name: "brightwater", text: demo, pages: { client: [15, 21], internal: [27, 37] } },
  { name: "five", text: fixture("five.toml"), pages: { client: [4, 7], internal: [10, 16] } },
  { name: "everything", text: hostile(fixture("everything.toml")), pages: { client: [18, 30], internal: [32, 50] } },
  { name: "systems", text: fixture("systems.toml"), pages: { client: [15, 23], internal: [26, 44] } },
  // an owner alone has no internal version
  { name: "self", text: demo.replace('mode = "consultant"', 'mode = "self"'), pages: { client: [15, 21] } },
  { name: "plain", text: plain(fixture("everything.toml")), pages: null },
];
// width and height of what is printed on, without margins, in CSS pixels
const PAPERS = { A4: { inches: [8.27, 11.69], inside: [665, 970] }, Letter: { inches: [8.5, 11], inside: [687, 908] } };

const failures = [];
const fail = (where, complaints) => complaints.forEach((one) => failures.push(`${where}: ${one}`));

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "gapwise-home-"));
const reports = [];
for (const { name, text, pages } of ASSESSMENTS) {
  const file = join(home, `${name}.toml`);
  writeFileSync(file, text);
  for (const audience of Object.keys(pages ?? { client: [], internal: [] })) {
    const path = join(output, `${name}-${audience}.html`);
    const env = { ...process.env, GAPWISE_HOME: home };
    execFileSync(gapwise, ["report", file, "--audience", audience, "--out", path], { env, stdio: ["ignore", "ignore", "inherit"] });
    reports.push({ name, audience, path, pages: pages?.[audience] });
  }
}
rmSync(home, { recursive: true });

const axe = readFileSync(join(here, "node_modules/axe-core/axe.min.js"), "utf8");
const browser = new Browser();
const trees = {};
for (const { name, audience, path, pages } of reports) {
  const where = `${name}, ${audience}`;
  const page = await browser.page();
  await page.size(1280, 900);
  await page.media("screen", "light");
  await page.open(pathToFileURL(path).href);
  trees[where] = await page.evaluate(`(${tree})()`);
  fail(where, page.messages.map((message) => `the console says ${message}`));
  fail(where, page.requests.slice(1).map((url) => `it asks for ${url.slice(0, 100)}`).filter((one) => !one.includes("data:")));
  if (pages) {
    for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [360, "light"]]) {
      await page.size(width, 900);
      await page.media("screen", scheme);
      fail(`${where}, ${width} wide`, await page.evaluate(`(${beyond})()`));
      writeFileSync(join(output, `${name}-${audience}-${width}-${scheme}.png`), await page.picture());
    }
    await print(page, where, path, pages);
    await page.size(1280, 900);
    await page.evaluate(`${axe}; 0`);
    for (const scheme of ["light", "dark"]) {
      await page.media("screen", scheme);
      fail(`${where}, ${scheme}, axe`, await page.evaluate(`axe.run().then((found) => found.violations.map((one) =>
        one.id + ": " + one.help + ", for example " + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " — " + node.failureSummary.split("\\n")[1]).join(" | ")))`));
    }
  }
  await page.close();
}
await browser.close();

/** Prints on both papers; everything has to fit between the margins. */
async function print(page, where, path, [least, most]) {
  for (const [paper, { inches, inside }] of Object.entries(PAPERS)) {
    await page.media("print", "light");
    await page.size(inside[0], inside[1]);
    fail(`${where}, ${paper}`, await page.evaluate(`(${beyond})()`));
    fail(`${where}, ${paper}`, await page.evaluate(`(${cut})(${inside[1]})`));
    const { data } = await page.send("Page.printToPDF", {
      paperWidth: inches[0], paperHeight: inches[1], preferCSSPageSize: true, printBackground: true,
      generateTaggedPDF: true, generateDocumentOutline: true,
    });
    const pdf = Buffer.from(data, "base64");
    writeFileSync(path.replace(/\.html$/, `-${paper.toLowerCase()}.pdf`), pdf);
    const count = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (count < least || count > most) fail(`${where}, ${paper}`, [`${count} pages, expected ${least} to ${most}`]);
    console.log(`${where}, ${paper}: ${count} pages`);
    if (paper === "A4") writeFileSync(path.replace(/\.html$/, "-paper.png"), await page.picture());
  }
}

for (const audience of ["client", "internal"]) {
  const [one, other] = [trees[`everything, ${audience}`], trees[`plain, ${audience}`]];
  const at = one.findIndex((line, place) => line !== other[place]);
  if (at >= 0 || one.length !== other.length) {
    fail(`${audience}`, [`hostile text changes the elements: ${one.slice(at - 3, at + 2).join(" /")} in place of ${other[at]}`]);
  }
}

// The checker knows HTML; its CSS part is older than running heads and page margins, so what it says of CSS is left out.
const vnu = spawnSync("java", ["-Xss4m", "-jar", join(here, "node_modules/vnu-jar/build/dist/vnu.jar"), "--format", "json", "--exit-zero-always",
  ...reports.map(({ path }) => path)], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
if (vnu.error || !vnu.stderr.includes("messages")) fail("Nu HTML checker", [`it did not run: ${vnu.error ?? vnu.stderr}`]);
else {
  const { messages } = JSON.parse(vnu.stderr.slice(vnu.stderr.indexOf("{")));
  const told = messages.filter(({ type, message }) => type === "error" && !message.startsWith("CSS:"));
  const unique = new Map(told.map((one) => [one.url + one.message, one]));
  fail("Nu HTML checker", [...unique.values()].map((one) => `${one.url.split("/").pop()}:${one.lastLine}: ${one.message} ${one.extract?.trim().slice(0, 120) ?? ""}`));
}

if (failures.length > 0) {
  console.error(failures.join("\n"));
  console.error(`\n${failures.length} complaints. Pages, pictures and PDF files are in ${output}`);
  process.exit(1);
}
console.log(`Nothing to complain about. Pages, pictures and PDF files are in ${output}`);
