// Asks an index of Pagefind outside a browser: node pagefind.mjs FOLDER, with a
// query a line on standard input, {"words": "…", "filters": {…}}; for each the
// addresses of the ten best, as a line of JSON.
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const file = (address) => `${folder}/${String(address).replace(/^.*\/pagefind\//, "").replace(/\?.*$/, "")}`;

// What its script expects of a browser.
globalThis.window = globalThis;
globalThis.location = { origin: "http://site.example", href: "http://site.example/" };
globalThis.document = { querySelector: () => ({ getAttribute: () => "nl" }) };
globalThis.fetch = async (address) => new Response(await readFile(file(address)));

const pagefind = await import(pathToFileURL(`${folder}/pagefind.js`));
await pagefind.options({ basePath: "/pagefind/", baseUrl: "/", noWorker: true });
await pagefind.init("nl");
for (const line of readFileSync(0, "utf8").trim().split("\n")) {
	const { words, filters } = JSON.parse(line);
	const { results } = await pagefind.search(words || null, { filters });
	const best = await Promise.all(results.slice(0, 10).map((result) => result.data()));
	console.log(JSON.stringify(best.map((page) => page.raw_url ?? page.url)));
}
