// The search engine: it reads the files of internal/search (format.go there says
// what is in them and how a query is answered; § is a section of it). It knows no
// page and no interface. What must stay true: it answers as the Go searcher does,
// and neither a query nor a damaged file makes it throw.
//
//	const index = open("/zoek/", parts);  asks for nothing yet
//	index.warm();                         asks for the manifest
//	const page = await index.search("subsidie", {
//	  filters: {soort: ["beslissing"], bedrag: [">10000"], datum: ["2021..2023"]},
//	  sort: "newest",                     or oldest, highest, lowest; else by score
//	  offset: 0, limit: 10, signal});     a signal stops the query, not downloads
//	page.total, page.results              [{number, score, title, address, kind, date, cents, labels, text, language}]
//	page.suggestion                       null or {word, instead, query}: "Bedoelde u …?"
//	page.words()                          the forms found, for excerpt()
//	await page.facets(["soort"])          {facets: [{name, values: [{key, label, count, chosen}]}], error, if any}
//	page.error                            null or {kind, file}
//
// Kinds of error: network, missing (a file), damaged, format (a newer one), unpack
// (the browser cannot) and aborted.
//
// What most queries do without is asked for when it is needed: parts are functions
// that import language (zoektaal.js), filters (zoekfilters.js) and spelling
// (zoekspelling.js), which build on this one.

export const fault = (kind, file) => Object.assign(new Error(kind), { kind, file });

// must refuses what a file cannot be.
export const must = (ok) => {
	if (!ok) throw fault("damaged");
};

// ---- Folding and tokens (§8)

export const mostKey = 64;
const mostAtoms = 8;
const letters = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ŋ: "n", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ة: "ه", ک: "ك", ی: "ي", "\u0640": "" };

// foldBoth returns fold and accent of a word.
const foldBoth = (word) => {
	if (/^[a-z\d]*$/i.test(word)) return [word = word.slice(0, mostKey).toLowerCase(), word];
	const key = [], accent = [];
	for (const c of word) {
		for (const d of c.normalize("NFKD").toLowerCase()) {
			if (!/[\p{L}\p{N}\p{M}]/u.test(d)) continue;
			accent.push(d);
			if (/[\u0660-\u0669\u06f0-\u06f9]/.test(d)) key.push(d.charCodeAt() & 15);
			else key.push(...letters[d] ?? d.replace(/\p{M}/u, ""));
		}
	}
	return [key, accent].map((all) => all.slice(0, mostKey).join(""));
};
export const fold = (word) => foldBoth(word)[0];

const atom = "(?:[^\\P{L}\u02bc]|[\\p{M}\\p{N}\\p{Cf}])";
const atoms = RegExp(`[1-9]\\d{0,2}([. \xa0\u2009\u202f])\\d{3}(?!${atom})(?:\\1\\d{3}(?!${atom}))*|${atom}+`, "gu"), endsInAtom = RegExp(atom + "$", "u");
const connector = /^['\u2019\u2018\u02bc`\xb4\u2032\-\u2010\u2011._]$/;

// tokens returns the words of a text: {key, accent, position, parts, start, end}.
// A joined token stands before those of its atoms and has their keys as parts, if
// any; start and end are places in the text.
export const tokens = (text) => {
	const all = [];
	let group = [], next = 0;
	const flush = () => {
		if (group.length > 1) {
			const join = (name) => [...group.map((atom) => atom[name]).join("")].slice(0, mostKey).join("");
			const whole = { ...group[0], key: join("key"), accent: join("accent"), end: group.at(-1).end };
			group = group.filter(({ key }) => !/^\p{L}$/u.test(key));
			if (group.length) whole.parts = group.map(({ key }) => key);
			all.push(whole);
		}
		all.push(...group);
		group = [];
	};
	for (const { 0: found, 1: separator, index: start } of text.matchAll(atoms)) {
		const [key, accent] = foldBoth(separator ? found.replaceAll(separator, "") : found);
		if (!key) continue;
		const before = group.at(-1)?.end, between = text.slice(before, start);
		const linked = between === "/" ? /\d\/\d/.test(text.slice(before - 1, start + 1)) : connector.test(between);
		if (group.length === mostAtoms || !linked) flush();
		group.push({ key, accent, position: next++, start, end: start + found.length });
	}
	flush();
	return all;
};

// ---- Bytes (§1)

const decoder = new TextDecoder();
const json = (bytes) => JSON.parse(decoder.decode(bytes));

// order is the place of a code unit among all in the order of UTF-8.
const order = (c) => c < 0xd800 ? c : c < 0xe000 ? c + 0x2000 : c - 0x800;
export const compare = (a, b) => {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i < a.length && i < b.length ? order(a.charCodeAt(i)) - order(b.charCodeAt(i)) : a.length - b.length;
};

// lowest returns the first of n numbers for which a test, that stays true, is true.
export const lowest = (n, test) => {
	let low = 0;
	while (low < n) {
		const middle = low + n >> 1;
		if (test(middle)) n = middle;
		else low = middle + 1;
	}
	return low;
};
const firstFrom = (keys, x) => lowest(keys.length, (i) => compare(keys[i], x) >= 0);

export class Reader {
	constructor(bytes, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}
	number() {
		let b = this.bytes[this.at++], n = b & 127;
		for (let by = 128; b > 127; by *= 128) {
			b = this.bytes[this.at++];
			n += (b & 127) * by;
		}
		must(b >= 0 && n < 2 ** 53);
		return n;
	}
	count(n = this.number()) { // of bytes, or of what takes one at least
		must(n <= this.bytes.length - this.at);
		return n;
	}
	take(n) {
		n = this.count(n);
		return this.bytes.subarray(this.at, this.at += n);
	}
	string() {
		return decoder.decode(this.take());
	}
	numbers(n) {
		return Array.from({ length: this.count(n) }, () => this.number());
	}
	keys(n) { // front-coded
		let bytes = new Uint8Array();
		return Array.from({ length: this.count(n) }, () => {
			const shared = this.number(), before = bytes, rest = this.take();
			must(shared <= before.length);
			bytes = new Uint8Array(shared + rest.length);
			bytes.set(before.subarray(0, shared));
			bytes.set(rest, shared);
			return decoder.decode(bytes);
		});
	}
}

// ---- Terms (§3)

// readTerms returns the keys of a t shard and the lexeme of each; of an alias of
// a lexeme in another shard the key of that.
const readTerms = (bytes, number) => {
	const r = new Reader(bytes), n = r.count();
	const [texts, refs, foreign, heads, documents, impacts] = [1, 2, 3, 4, 5, 6].map(() => r.number()).map((length) => new Reader(r.take(length)));
	const keys = texts.keys(n), codes = refs.numbers(n), shard = { keys };
	let ordinal = 0;
	const lexemes = shard.lexemes = codes.map((code, i) => {
		if (code) return code === 1 && foreign.string();
		const head = heads.number(), df = Math.floor(head / 2), bitmap = head % 2, places = heads.numbers(2 * heads.number());
		const parts = places.flatMap((start, p) => p % 2 ? [] : keys[i].substr(start, places[p + 1]));
		const l = { key: keys[i], df, bitmap, parts, shard, number, ordinal: ordinal++, documents: new Reader(documents.bytes, documents.at) };
		if (bitmap) documents.take();
		const listed = bitmap ? documents.number() : df;
		for (let i = documents.count(listed); i > 0; i--) documents.number();
		l.impacts = impacts.take(listed + bitmap);
		return l;
	});
	codes.forEach((code, i) => {
		if (code > 1) must(lexemes[i] = lexemes[i + (code % 2 ? (code - 1) / 2 : -code / 2)]);
	});
	return shard;
};

// decode puts the list of a lexeme in full: its documents, ascending, and the
// impact and title bit of each.
export const decode = (m, l) => {
	if (l.list) return l;
	must(l.df <= m.documents);
	const r = l.documents, bits = l.bitmap && r.take(), listed = new Uint32Array(bits ? r.number() : l.df);
	let d = -1;
	for (let i = 0; i < listed.length; i++) listed[i] = d += r.number() + 1;
	l.list = listed;
	if (!bits) return l;
	const all = l.list = new Uint32Array(l.df), impacts = new Uint8Array(l.df).fill(l.impacts.at(-1));
	for (let i = 0, b = d = 0; i < l.df && d < 8 * bits.length; d++) {
		if (!(bits[d >> 3] >> (d & 7) & 1)) continue;
		if (listed[b] === d) impacts[i] = l.impacts[b++];
		all[i++] = d;
	}
	l.impacts = impacts;
	return l;
};

// ---- Finding (§2, 9): m is the manifest, and load

const none = { keys: [], lexemes: [], logs: [] };

const pageOf = (m, directory, n) => directory.pages ? m.load("d", directory.pages.substr(8 * n, 8), json) : directory;

// fileOf returns file n of a directory.
export const fileOf = async (m, folder, directory, n, read) => {
	if (!directory.names && !directory.pages) return none;
	const { per = Infinity } = directory, { names } = await pageOf(m, directory, Math.floor(n / per));
	return m.load(folder, names.substr(8 * (n % per), 8), read);
};

// placeOf returns the number of the shard of a string, and the next one's bound.
export const placeOf = async (m, { bounds = [], pages, per }, x) => {
	const last = (bounds) => Math.max(0, lowest(bounds.length, (i) => compare(bounds[i], x) > 0) - 1);
	const n = last(bounds);
	if (!pages) return [n, bounds[n + 1]];
	const page = (await pageOf(m, { pages }, n)).bounds, i = last(page);
	return [n * per + i, page[i + 1] ?? bounds[n + 1]];
};

export const termsOf = (m, n) => fileOf(m, "t", m.terms, n, (bytes) => readTerms(bytes, n));

// find returns the lexeme of a key.
export const find = async (m, key, isAlias) => {
	const [n] = await placeOf(m, m.terms, key), { keys, lexemes } = await termsOf(m, n), i = firstFrom(keys, key);
	if (keys[i] !== key) return;
	if (lexemes[i].key) return lexemes[i];
	must(!isAlias);
	return find(m, lexemes[i], true);
};
export const findAll = (m, keys) => Promise.all(keys.map((key) => find(m, key)));

export const idfOf = (m, { df }) => Math.max(1, Math.round(16 * Math.log2(1 + (m.documents - df + .5) / (df + .5))));

// each visits the documents of a lexeme: number, worth and title bit.
export const each = (m, l, visit) => {
	const { list, impacts } = decode(m, l), idf = idfOf(m, l);
	for (let i = 0; i < list.length; i++) visit(list[i], idf * (impacts[i] & 31), impacts[i] >> 5);
};

// ---- Units (§9, steps 2 to 5): a word of a query, and its value in every document

export const mostUnits = 16;

export const newUnit = (m, key) => ({ key, values: new Int32Array(m.documents), titles: new Uint8Array(m.documents), weight: 0, lexemes: [] });

export const better = ({ values, titles }, d, value, title) => {
	if (value <= values[d]) return;
	values[d] = value;
	titles[d] = title;
};

// credit makes a lexeme count for the weight of a unit.
const credit = (m, unit, l) => {
	unit.weight = Math.max(unit.weight, idfOf(m, l));
	unit.lexemes.push(l);
};

export const add = (m, unit, l, percent) => {
	credit(m, unit, l);
	each(m, l, (d, worth, title) => better(unit, d, worth * percent / 100 | 0, title));
};

// inAll visits the documents that have all of some lexemes, with their worths
// combined.
export const inAll = (m, lexemes, combine, visit) => {
	const counts = new Uint8Array(m.documents), worths = new Int32Array(m.documents), titles = new Uint8Array(m.documents);
	lexemes.forEach((l, n) => each(m, l, (d, worth, title) => {
		if (counts[d] !== n) return;
		counts[d]++;
		worths[d] = n ? combine(worths[d], worth) : worth;
		titles[d] += title;
	}));
	counts.forEach((n, d) => n && n === lexemes.length && visit(d, worths[d], titles[d] === n));
};

// addTogether adds an alternative that needs all of some words.
export const addTogether = async (m, unit, keys, percent) => {
	const lexemes = await findAll(m, keys);
	if (lexemes.includes(undefined)) return;
	for (const l of lexemes) credit(m, unit, l);
	inAll(m, lexemes, Math.min, (d, worth) => better(unit, d, Math.max(1, worth * percent / 100 | 0), 0));
	return true;
};

// addFound adds a lexeme, and its parts together if it stands in few documents.
export const addFound = async (m, unit, l, percent) => {
	add(m, unit, l, percent);
	if (l.df < 10 && l.parts.length) await addTogether(m, unit, l.parts, m.weights.parts * percent / 100 | 0);
};

// wordUnit returns the unit of a token; its weight is 0 if nothing was found.
const wordUnit = async (m, { key, accent }, typing, joined) => {
	const unit = newUnit(m, key), { weights } = m;
	const spelled = fold(accent.replace(/([aou])\u0308/g, "$1e"));
	const [exact, other, accented] = await findAll(m, [key, spelled, key + " " + accent]);
	for (const l of spelled === fold(accent) ? [exact] : [exact, other]) {
		if (!l) continue;
		unit.exact ??= l;
		await addFound(m, unit, l, 100);
	}
	if (accented) each(m, accented, (d, worth) => unit.values[d] += worth * weights.accent / 100);
	if (!unit.exact && !joined && (unit.exact = await (await m.part("spelling")).inflected(m, key))) add(m, unit, unit.exact, 100);
	if ([...key].length > 2 && (typing || !unit.exact && !joined)) {
		const begun = (await prefixed(m, key)).filter((l) => l !== unit.exact);
		for (const l of begun.slice(0, 32)) add(m, unit, l, unit.exact ? weights.prefix : weights.prefixUnseen);
	}
	return unit;
};

// prefixed returns the lexemes of the keys that begin with a text, the most
// frequent first. Aliases of lexemes in other shards are passed over.
const prefixed = async (m, text) => {
	const inShard = async (n) => {
		const { keys, lexemes } = await termsOf(m, n), all = new Set();
		for (let i = firstFrom(keys, text); keys[i]?.startsWith(text); i++) {
			if (lexemes[i].key && !keys[i].includes(" ")) all.add(lexemes[i]);
		}
		return [...all].sort((a, b) => b.df - a.df || compare(a.key, b.key));
	};
	const [n, next] = await placeOf(m, m.terms, text), found = await inShard(n);
	return found.length || !next?.startsWith(text) ? found : inShard(n + 1);
};

// textUnits returns the units of a text.
const textUnits = async (m, { text, last }) => {
	const all = tokens(text);
	let groups = [];
	for (let i = 0; i < all.length; i += 1 + (all[i].parts?.length ?? 0)) groups.push(i);
	const telling = groups.filter((i) => all[i].parts || !m.empty.includes(all[i].key));
	groups = (telling.length ? telling : groups).slice(0, mostUnits);
	const typing = (i) => last && i === all.length - 1 && endsInAtom.test(text);
	const single = async (i) => {
		const unit = await wordUnit(m, all[i], typing(i));
		return unit.weight ? unit : (await m.part("spelling")).unseen(m, all[i], text.slice(all[i].start, all[i].end));
	};
	const [language, ...found] = await Promise.all([groups.length > 1 && m.part("language"), ...groups.map(async (i) => {
		const { parts } = all[i];
		if (!parts) return single(i);
		const unit = await wordUnit(m, all[i], typing(i + parts.length), true);
		return unit.weight ? unit : Promise.all(parts.map((_, k) => single(i + 1 + k)));
	})]);
	const units = found.flat().slice(0, mostUnits);
	if (units.length > 1) await (language || await m.part("language")).joinSpellings(m, units);
	return units;
};

// ---- Ranking (§9, steps 7 and 9)

// scorer returns a function that gives the score of a document.
const scorer = (units, percent) => {
	const total = units.reduce((sum, u) => sum + u.weight, 0), count = units.filter((u) => u.weight).length;
	return (d) => {
		let sum = 0, matched = 0, inTitle = 0;
		for (const { values, titles, weight, needed } of units) {
			if (values[d]) {
				sum += values[d];
				matched += weight;
				inTitle += titles[d];
			} else if (needed) return 0;
		}
		const score = sum && total && Math.max(1, Math.floor(Math.floor(sum * matched / total) * matched / total));
		return inTitle === count ? Math.floor(score * percent / 100) : score;
	};
};

// best returns the first few of some documents in an order.
const best = (documents, few, order) => {
	const top = [];
	for (const d of documents) {
		if (top.length >= few && order(d, top[few - 1]) > 0) continue;
		top.splice(lowest(top.length, (i) => order(top[i], d) > 0), 0, d);
		top.length = Math.min(top.length, few);
	}
	return top;
};

const sorts = { newest: ["date", -1], oldest: ["date", 1], highest: ["amount", -1], lowest: ["amount", 1] };
const fields = ["title", "address", "kind", "date", "cents", "labels", "text", "language"];

// hasLanguage tells whether a query is more than words.
const hasLanguage = /["“„«:]|(^|\s)(-\S|O[RFU](?!\S))/;

// answer answers one query.
const answer = async (m, query, { filters = {}, sort, offset = 0, limit = 10, signal } = {}) => {
	query = String(query ?? "");
	const words = query.trim().split(/\s+/).join(" "), language = (hasLanguage.test(query) || Object.keys(filters).length) && await m.part("language");
	const [items, groups] = language ? language.parse(m, query, filters) : [words ? [{ text: words, last: !/\s$/.test(query) }] : [], []];
	const hasText = items.some((item) => !item.excluded), [by, up] = sorts[sort] ?? (hasText ? [] : sorts.newest);
	const columns = (groups.length || by) && await m.part("filters");
	const [values, fits, ...found] = await Promise.all([
		by && columns.column(m, by), Promise.all(groups.map((g) => columns.passing(m, g))),
		...items.map((item) => (item.phrase ? language.phraseUnits : item.excluded ? language.excludedUnits : textUnits)(m, item)),
	]);
	if (signal?.aborted) throw fault("aborted");
	const [units, without] = language ? language.combine(items, found) : [found.flat(), []], scoreOf = scorer(units, m.weights.title);
	const scores = new Int32Array(m.documents), failed = new Int32Array(m.documents), matched = [];
	for (let d = m.documents - 1; d >= 0; d--) {
		if (hasText && !(scores[d] = scoreOf(d)) || without.some((u) => u.values[d])) continue;
		fits.forEach((fit, i) => failed[d] |= fit(d) === groups[i].excluded && 1 << i);
		if (!groups.some((g, i) => g.excluded && failed[d] & 1 << i)) matched.push(d);
	}
	const results = matched.filter((d) => !failed[d]), byScore = (a, b) => scores[b] - scores[a] || b - a;
	const order = by ? (a, b) => !values[a] - !values[b] || (values[a] - values[b]) * up || byScore(a, b) : byScore;
	const shown = best(results, offset + limit, order).slice(offset);
	const cards = await Promise.all(shown.map((d) => fileOf(m, "c", m.cards, Math.floor(d / m.cardsPerFile), json)));
	const meant = units.find((u) => u.meant)?.meant;
	return {
		total: results.length,
		results: shown.map((number, i) => {
			const card = cards[i][number % m.cardsPerFile];
			return { number, score: scores[number], ...Object.fromEntries(fields.map((name, f) => [name, card[f]])) };
		}),
		suggestion: meant ? { ...meant, query: query.replace(meant.word, () => meant.instead) } : null,
		words: () => units.map(formsOf),
		manifest: m,
		count: async (names) => (await m.part("filters")).countFacets(m, groups, matched, failed, names),
		error: null,
	};
};

// formsOf returns the forms by which a unit was found, as far as is known without
// asking for more.
const formsOf = ({ key, lexemes }) => [...new Set([key, ...lexemes.flatMap((l) => l.shard.keys.filter((_, i) => l.shard.lexemes[i] === l))])].filter(Boolean);

// ---- The index

// guarded makes an error a value.
const guarded = (work, otherwise) => work().catch((e) => ({ ...otherwise, error: { kind: e.kind ?? "damaged", file: e.file ?? "" } }));

// open returns the index at an address that ends in a slash. A page that knows the
// address of its own manifest, which never changes, can have asked for it already.
export const open = (base, parts, { manifest: own, fetch = globalThis.fetch } = {}) => {
	const files = new Map(), failed = new Set();
	let manifest; // a promise

	const get = async (file, cache) => {
		let bytes, response;
		try {
			response = await fetch.call(globalThis, base + file, { cache: failed.has(file) ? "reload" : cache });
			bytes = new Uint8Array(await response.arrayBuffer());
		} catch {
			throw fault("network", file);
		}
		if (!response.ok) throw fault(/404|410/.test(response.status) ? "missing" : "network", file);
		if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
		if (!globalThis.DecompressionStream) throw fault("unpack", file);
		return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
	};

	// once keeps what is on its way or there, but no failure.
	const once = (file, work) => {
		if (!files.has(file)) files.set(file, work().catch((e) => {
			files.delete(file);
			throw fault(e.kind ?? "damaged", file);
		}));
		return files.get(file);
	};
	const load = (folder, name, read) => once(`${folder}/${name}.bin`, async () => read(await get(`${folder}/${name}.bin`, "default")));
	const part = (name) => parts[name]().catch(() => {
		throw fault("missing", name);
	});

	const readManifest = () => manifest ??= get(own ?? "manifest.json", own ? "default" : "no-cache").then((bytes) => {
		const m = json(bytes);
		if (m.format !== 2) throw fault("format");
		must(m.documents < 1 << 26);
		return { ...m, load, part };
	}).catch((e) => {
		manifest = own = undefined;
		throw fault(e.kind ?? "damaged", "manifest.json");
	});

	// After a publication the files of the manifest may be gone: it is read again.
	const withManifest = async (work) => {
		const used = readManifest();
		try {
			return await work(await used);
		} catch (e) {
			if (!/missing|damaged/.test(e.kind ?? "damaged") || manifest === used && failed.has(e.file)) throw e;
			failed.add(e.file);
			if (manifest === used) {
				manifest = own = undefined;
				files.clear();
			}
			return work(await readManifest());
		}
	};
	const search = (query, options) => guarded(async () => {
		const page = await withManifest((m) => answer(m, query, options));
		const counted = async (names) => ({ facets: await withManifest(async (m) => (m === page.manifest ? page : await answer(m, query, options)).count(names)) });
		return { ...page, facets: (names) => guarded(() => counted(names), { facets: [] }) };
	}, { total: 0, results: [], suggestion: null, words: () => [], facets: async () => ({ facets: [] }) });

	return { warm: () => readManifest().catch(() => {}), search };
};
