// What a reader of a site fetches and waits for, in our engine and in Pagefind:
// node searchcost.mjs ENGINE INDEX PAGEFIND, folders of our scripts, our index and
// Pagefind's; on standard input {"words": […], "queries": […]}. Writes a line of
// JSON: for each engine the means over the words, in kB as they come over the
// line, and the median and 95th percentile of a query whose files are there, in
// milliseconds.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [engine, index, pagefind] = process.argv.slice(2);
const { words, queries } = JSON.parse(readFileSync(0, "utf8"));

// Files are counted as a server sends them: compressed, unless they are already.
let bytes = 0, requests = 0;
const count = (data) => {
	requests++;
	bytes += data[0] === 0x1f && data[1] === 0x8b ? data.length : gzipSync(data).length;
	return data;
};
const since = () => {
	const [kB, n] = [bytes / 1000, requests];
	bytes = requests = 0;
	return [kB, n];
};
const serve = (folder, strip) => async (address) => new Response(count(await readFile(`${folder}/${String(address).replace(strip, "").replace(/\?.*$/, "")}`)));

// What the script of Pagefind expects of a browser.
globalThis.window = globalThis;
globalThis.location = { origin: "http://site.example", href: "http://site.example/" };
globalThis.document = { querySelector: () => ({ getAttribute: () => "nl" }) };

const ours = async () => {
	const part = (name) => import(pathToFileURL(`${engine}/${name}.js`));
	const { open } = await part("zoekmachine");
	const parts = { language: () => part("zoektaal"), filters: () => part("zoekfilters"), spelling: () => part("zoekspelling") };
	const opened = open("", parts, { fetch: serve(index, "") });
	await opened.warm();
	return {
		scripts: ["zoekmachine", "zoeken"].map((name) => `${engine}/${name}.js`),
		search: (query) => opened.search(query),
		show: () => {}, // the cards came with the answer
		filters: async () => (await opened.search("soort:beslissing", { limit: 0 })).facets(["soort", "werf", "jaar", "wijk", "thema", "status", "taal"]),
	};
};

let turn = 0;
const theirs = async () => {
	globalThis.fetch = serve(pagefind, /^.*\/pagefind\//);
	const script = `${pagefind}/pagefind.js`, engine = await import(`${pathToFileURL(script)}?${turn++}`);
	await engine.options({ basePath: "/pagefind/", baseUrl: "/", noWorker: true });
	await engine.init("nl");
	return {
		scripts: [script],
		search: (query) => engine.search(query),
		show: ({ results }) => Promise.all(results.slice(0, 10).map((result) => result.data())),
		filters: () => engine.filters(),
	};
};

const measure = async (start) => {
	const sums = {}, add = (name, n) => (sums[name] = (sums[name] ?? 0) + n / words.length);
	const ten = async (engine, query) => engine.show(await engine.search(query));
	for (const [i, word] of words.entries()) {
		since();
		const engine = await start(), next = (by) => words[(i + by) % words.length];
		for (const script of engine.scripts) count(readFileSync(script));
		since(); // scripts are counted apart
		const bare = await start();
		since(); // as is what every query begins with
		await bare.filters();
		add("filter", since()[0]);
		const fresh = await start();
		await ten(fresh, word);
		const [kB, n] = since();
		add("first", kB);
		add("requests", n + engine.scripts.length);
		await ten(fresh, next(1));
		add("next", since()[0]);
		await ten(fresh, next(2) + " " + next(3));
		add("twoWords", since()[0]);
	}
	const engine = await start(), times = [];
	for (let round = 0; round < 3; round++) {
		for (const query of queries) {
			const begin = performance.now();
			await engine.search(query);
			if (round) times.push(performance.now() - begin);
		}
	}
	times.sort((a, b) => a - b);
	return { ...sums, warm: times[times.length >> 1], warm95: times[Math.floor(times.length * .95)] };
};

console.log(JSON.stringify({ ours: await measure(ours), theirs: pagefind ? await measure(theirs) : null }));
