// The search engine: it reads the files of internal/search (format.go there says
// what is in them and how a query is answered; § is a section of it). It knows no
// page and no interface. What must stay true: it answers as the Go searcher does,
// and neither a query nor a damaged file makes it throw.
//
//	const index = open("/zoek/");         asks for nothing yet
//	index.warm();                         asks for the manifest: call it on focus
//	const page = await index.search("subsidie", {
//	  filters: {soort: ["beslissing"], bedrag: [">10000"], datum: ["2021..2023"]},
//	  sort: "newest",                     or oldest, highest, lowest; else by score
//	  offset: 0, limit: 10, signal});     a signal stops the query, not downloads
//	page.total, page.results              [{number, score, title, address, kind, date, cents, labels, text, language}]
//	page.suggestion                       null or {word, instead, query}: "Bedoelde u …?"
//	page.words()                          the forms found, for excerpt()
//	await page.facets()                   {facets: [{name, values: [{key, label, count, chosen}]}], error}
//	page.error                            null or {kind, file}
//
// Kinds of error: network, missing (a file), damaged, format (a newer one), unpack
// (the browser cannot) and aborted.

const fault = (kind, file) => Object.assign(new Error(kind), { kind, file });

// must refuses what a file cannot be.
const must = (ok) => {
	if (!ok) throw fault("damaged");
};

// ---- Folding and tokens (§8)

const mostKey = 64, mostAtoms = 8;
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
const compare = (a, b) => {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i < a.length && i < b.length ? order(a.charCodeAt(i)) - order(b.charCodeAt(i)) : a.length - b.length;
};

// lowest returns the first of n numbers for which a test, that stays true, is true.
const lowest = (n, test) => {
	let low = 0;
	while (low < n) {
		const middle = low + n >> 1;
		if (test(middle)) n = middle;
		else low = middle + 1;
	}
	return low;
};
const firstFrom = (keys, x) => lowest(keys.length, (i) => compare(keys[i], x) >= 0);

class Reader {
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
	keys(n) { // front-coded; put in full, a line each, they are decoded at once
		let all = new Uint8Array(16 * n), at = 0, before = 0;
		for (; n; n--) {
			const shared = this.number(), rest = this.take(), end = at + shared + rest.length;
			must(shared <= at - before);
			if (end >= all.length) {
				const longer = new Uint8Array(2 * end);
				longer.set(all);
				all = longer;
			}
			all.copyWithin(at, before, before + shared);
			all.set(rest, at + shared);
			all[end] = 10;
			before = at;
			at = end + 1;
		}
		return decoder.decode(all.subarray(0, at)).split("\n").slice(0, -1);
	}
}

// ---- Files (§3 to 7)

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
const decode = (m, l) => {
	if (l.list) return l;
	must(l.df <= m.numbers);
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

const readSpelling = (bytes) => {
	const r = new Reader(bytes), n = r.count();
	return { keys: new Reader(r.take()).keys(n), logs: r.take(n) };
};

// readPositions returns the lists of each t shard of a p file.
const readPositions = (bytes) => {
	const r = new Reader(bytes), blocks = [];
	while (r.at < bytes.length) blocks.push(r.numbers().map((n) => r.take(n)));
	return blocks;
};

// readFacet returns the values of a facet, and the ids of document d at
// starts[d] … starts[d+1].
const readFacet = (bytes, { values, size }, numbers) => {
	const r = new Reader(bytes), ids = [], starts = [0];
	values ??= Array.from({ length: r.count(size) }, () => [r.string(), r.string(), r.number()]);
	for (let d = 0; d < numbers; d++) {
		const x = r.number();
		if (x % 2) ids.push((x - 1) / 2);
		else for (const id of r.numbers(x / 2)) ids.push(id);
		starts.push(ids.length);
	}
	return { values, starts: Uint32Array.from(starts), ids: Uint32Array.from(ids) };
};

const readDates = (bytes, numbers) => {
	let day = 0;
	return Float64Array.from(new Reader(bytes).numbers(numbers), (x) => day += x % 2 ? -(x + 1) / 2 : x / 2);
};

const readAmounts = (bytes, numbers) => Float64Array.from(new Reader(bytes).numbers(numbers));

// ---- Finding (§2, 9): m is the manifest, and load

const none = { keys: [], lexemes: [], logs: [] };

const pageOf = (m, directory, n) => directory.pages ? m.load("d", directory.pages.substr(8 * n, 8), json) : directory;

// fileOf returns file n of a directory.
const fileOf = async (m, folder, directory, n, read) => {
	if (!directory.names && !directory.pages) return none;
	const { per = Infinity } = directory, { names } = await pageOf(m, directory, Math.floor(n / per));
	return m.load(folder, names.substr(8 * (n % per), 8), read);
};

// placeOf returns the number of the shard of a string, and the next one's bound.
const placeOf = async (m, { bounds = [], pages, per }, x) => {
	const last = (bounds) => Math.max(0, lowest(bounds.length, (i) => compare(bounds[i], x) > 0) - 1);
	const n = last(bounds);
	if (!pages) return [n, bounds[n + 1]];
	const page = (await pageOf(m, { pages }, n)).bounds, i = last(page);
	return [n * per + i, page[i + 1] ?? bounds[n + 1]];
};

const termsOf = (m, n) => fileOf(m, "t", m.terms, n, (bytes) => readTerms(bytes, n));

// find returns the lexeme of a key.
const find = async (m, key, isAlias) => {
	const [n] = await placeOf(m, m.terms, key), { keys, lexemes } = await termsOf(m, n), i = firstFrom(keys, key);
	if (keys[i] !== key) return;
	if (lexemes[i].key) return lexemes[i];
	must(!isAlias);
	return find(m, lexemes[i], true);
};
const findAll = (m, keys) => Promise.all(keys.map((key) => find(m, key)));

const idfOf = (m, { df }) => Math.max(1, Math.round(16 * Math.log2(1 + (m.documents - df + .5) / (df + .5))));

// each visits the documents of a lexeme: number, worth and title bit.
const each = (m, l, visit) => {
	const { list, impacts } = decode(m, l), idf = idfOf(m, l);
	for (let i = 0; i < list.length; i++) visit(list[i], idf * (impacts[i] & 31), impacts[i] >> 5);
};

// positionsOf returns a function that gives the positions of a lexeme in a
// document; nothing if they are not kept.
const positionsOf = async (m, l) => {
	const every = m.termsPerPositions, { list } = decode(m, l);
	const bytes = (await fileOf(m, "p", m.positions, Math.floor(l.number / every), readPositions))[l.number % every][l.ordinal];
	if (!bytes.length) return;
	const read = (r, all) => {
		for (let code = 0, position = -1; code % 2 < 1 && (code = r.number());) all?.push(position += Math.floor(code / 2));
		return all;
	};
	if (!l.starts) {
		const r = new Reader(bytes);
		l.starts = list.map(() => {
			const { at } = r;
			read(r);
			return at;
		});
	}
	return (d) => {
		const i = lowest(l.df, (i) => list[i] >= d);
		return list[i] === d ? read(new Reader(bytes, l.starts[i]), []) : [];
	};
};

// ---- Units (§9, steps 2 to 6): a word of a query, and its value in every document

const mostUnits = 16;

const newUnit = (m, key) => ({ key, values: new Int32Array(m.numbers), titles: new Uint8Array(m.numbers), weight: 0, lexemes: [] });

const better = ({ values, titles }, d, value, title) => {
	if (value <= values[d]) return;
	values[d] = value;
	titles[d] = title;
};

// credit makes a lexeme count for the weight of a unit.
const credit = (m, unit, l) => {
	unit.weight = Math.max(unit.weight, idfOf(m, l));
	unit.lexemes.push(l);
};

const add = (m, unit, l, percent) => {
	credit(m, unit, l);
	each(m, l, (d, worth, title) => better(unit, d, worth * percent / 100 | 0, title));
};

// inAll visits the documents that have all of some lexemes, with their worths
// combined.
const inAll = (m, lexemes, combine, visit) => {
	const counts = new Uint8Array(m.numbers), worths = new Int32Array(m.numbers), titles = new Uint8Array(m.numbers);
	lexemes.forEach((l, n) => each(m, l, (d, worth, title) => {
		if (counts[d] !== n) return;
		counts[d]++;
		worths[d] = n ? combine(worths[d], worth) : worth;
		titles[d] += title;
	}));
	counts.forEach((n, d) => n && n === lexemes.length && visit(d, worths[d], titles[d] === n));
};

// addTogether adds an alternative that needs all of some words.
const addTogether = async (m, unit, keys, percent) => {
	const lexemes = await findAll(m, keys);
	if (lexemes.includes(undefined)) return;
	for (const l of lexemes) credit(m, unit, l);
	inAll(m, lexemes, Math.min, (d, worth) => better(unit, d, Math.max(1, worth * percent / 100 | 0), 0));
	return true;
};

// wordUnit returns the unit of a token; its weight is 0 if nothing was found.
const wordUnit = async (m, { key, accent }, typing, joined) => {
	const unit = newUnit(m, key), { weights } = m;
	const spelled = fold(accent.replace(/([aou])\u0308/g, "$1e"));
	const [exact, other, accented] = await findAll(m, [key, spelled, key + " " + accent]);
	for (const l of spelled === fold(accent) ? [exact] : [exact, other]) {
		if (!l) continue;
		unit.exact ??= l;
		add(m, unit, l, 100);
		if (l.df < 10 && l.parts.length) await addTogether(m, unit, l.parts, weights.parts);
	}
	if (accented) each(m, accented, (d, worth) => unit.values[d] += worth * weights.accent / 100);
	if (!unit.exact && !joined && (unit.exact = await inflected(m, key))) add(m, unit, unit.exact, 100);
	if ([...key].length > 2 && (typing || !unit.exact && !joined)) {
		const begun = (await prefixed(m, key)).filter((l) => l !== unit.exact);
		for (const l of begun.slice(0, 32)) add(m, unit, l, unit.exact ? weights.prefix : weights.prefixUnseen);
	}
	return unit;
};

// inflected finds a word without its ending, as Dutch then spells it.
const inflected = async (m, key) => {
	const tries = [];
	for (const ending of /^[a-z]+$/.test(key) ? ["en", "e", "s", "n", "t"] : []) {
		const stem = key.slice(0, -ending.length), shorter = stem.slice(0, -1);
		if (!key.endsWith(ending) || stem.length < 4) continue;
		const closed = ending[0] === "e" && !/[aeiouy]$/.test(stem);
		if (closed && /(.)\1$/.test(stem)) tries.push(shorter);
		else if (closed && /[aeou].$/.test(stem)) tries.push(shorter + stem.slice(-2), stem);
		else tries.push(stem);
	}
	return (await findAll(m, tries)).find((l) => l);
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

// unseen returns the unit of a word that the site does not have.
const unseen = async (m, { key }, word) => {
	const unit = newUnit(m, key), length = [...key].length;
	if (length < 4 || /\d/.test(key)) return unit;
	const candidates = await nearKeys(m, key, length < 8 ? 1 : 2), best = candidates[0]?.distance;
	if (best !== 1 && await addSplit(m, unit, key)) return unit;
	for (const c of candidates.slice(0, 3)) {
		const l = c.distance === best && await find(m, c.key);
		if (!l) continue;
		add(m, unit, l, m.weights.typo);
		unit.meant ??= { word, instead: c.key };
	}
	return unit;
};

// addSplit looks for a word as two words.
const addSplit = async (m, unit, word) => {
	const all = [...word];
	for (let i = all.length - 4, tries = 0; i > 3 && tries < 3; i--) {
		const left = all.slice(0, i).join(""), right = all.slice(i).join("");
		if (!await find(m, left)) continue;
		tries++;
		for (const other of [right, right.replace(/^s/, "")]) {
			if ([...other].length > 3 && await addTogether(m, unit, [left, other], m.weights.split)) return true;
		}
	}
};

const reverse = (text) => [...text].reverse().join("");

// nearKeys returns the keys within a distance of a word, the likeliest first.
const nearKeys = async (m, word, most) => {
	const all = new Map(), backwards = reverse(word);
	const note = (key, distance, log) => {
		if (!(all.get(key)?.log >= log)) all.set(key, { key, distance, log, other: key.codePointAt() !== word.codePointAt() });
	};
	const shard = async (directory, x, read) => read((await placeOf(m, directory, x))[0]);
	const [terms, spelling] = await Promise.all([
		shard(m.terms, word, (n) => termsOf(m, n)),
		shard(m.spelling, backwards, (n) => fileOf(m, "s", m.spelling, n, readSpelling)),
	]);
	eachNear(terms.keys, word, most, (key, distance, i) => note(key, distance, 31 - Math.clz32(terms.lexemes[i].df || 1)));
	eachNear(spelling.keys, backwards, most, (key, distance, i) => note(reverse(key), distance, spelling.logs[i]));
	return [...all.values()].sort((a, b) => a.distance - b.distance || a.other - b.other || b.log - a.log || compare(a.key, b.key));
};

// eachNear visits the keys within a distance (optimal string alignment) of a word.
// Keys are in order, so that neighbours begin alike: the rows for that are kept.
const eachNear = (keys, word, most, visit) => {
	const typed = Array.from(word, (c) => c.codePointAt()), wide = typed.length + 1;
	const rows = Uint8Array.from({ length: wide * (wide + most + 1) }, (_, j) => j), path = [];
	let dead; // no key that begins with path is near
	keys.forEach((key, k) => {
		let d = 0;
		for (let i = 0; i < key.length; d++) {
			const c = key.codePointAt(i), row = wide * (d + 1);
			i += c > 0xffff ? 2 : 1;
			if (path[d] === c) {
				if (dead && d === path.length - 1) return;
				continue;
			}
			path.length = d;
			path.push(c);
			let least = rows[row] = d + 1;
			for (let j = 1; j < wide; j++) {
				const at = row + j;
				let value = Math.min(rows[at - wide - 1] + (typed[j - 1] !== c), rows[at - wide] + 1, rows[at - 1] + 1);
				if (d && j > 1 && c === typed[j - 2] && path[d - 1] === typed[j - 1]) value = Math.min(value, rows[at - 2 * wide - 2] + 1);
				least = Math.min(least, rows[at] = value);
			}
			if (dead = least > most) return;
		}
		const distance = rows[wide * d + wide - 1];
		if (distance <= most && !key.includes(" ")) visit(key, distance, k);
	});
};

// joinsOf returns the first words of a list written as one, as they are tried.
const joinsOf = ([a, b, c]) => [...c ? [a + b + c] : [], ...b ? [a + b, a + "s" + b] : []].map((key) => [...key].slice(0, mostKey).join(""));

// textUnits returns the units of a text.
const textUnits = async (m, { text, last }) => {
	const all = tokens(text), groups = [];
	for (let i = 0; i < all.length && groups.length < mostUnits; i += 1 + (all[i].parts?.length ?? 0)) groups.push(i);
	const typing = (i) => last && i === all.length - 1 && endsInAtom.test(text);
	groups.forEach((_, g) => findAll(m, joinsOf(groups.slice(g, g + 3).map((i) => all[i].key))).catch(() => 0)); // begun early for later
	const single = async (i) => {
		const unit = await wordUnit(m, all[i], typing(i));
		return unit.weight ? unit : unseen(m, all[i], text.slice(all[i].start, all[i].end));
	};
	const units = (await Promise.all(groups.map(async (i) => {
		const { parts } = all[i];
		if (!parts) return single(i);
		const unit = await wordUnit(m, all[i], typing(i + parts.length), true);
		return unit.weight ? unit : Promise.all(parts.map((_, k) => single(i + 1 + k)));
	}))).flat().slice(0, mostUnits);
	await joinSpellings(m, units);
	return units;
};

// joinSpellings looks for neighbouring words as one word.
const joinSpellings = async (m, units) => {
	for (let i = 0; i < units.length;) {
		const found = await findAll(m, joinsOf(units.slice(i, i + 3).map((u) => u.key))), k = found.findIndex((l) => l);
		const some = units.slice(i, i + (k < 0 ? 1 : found.length > 2 && !k ? 3 : 2));
		i += some.length;
		if (k < 0) continue;
		for (const u of some) u.weight ||= 1;
		some[0].lexemes.push(found[k]);
		each(m, found[k], (d, worth, title) => {
			let sum = 0;
			for (const { values, titles } of some) {
				sum += values[d];
				values[d] ||= 1;
				titles[d] |= title;
			}
			some[0].values[d] += Math.max(0, worth - sum);
		});
	}
};

// phraseUnits returns the unit of a phrase (step 8).
const phraseUnits = async (m, { text }) => {
	const unit = newUnit(m, ""), all = tokens(text).filter((t) => !t.parts).slice(0, mostUnits);
	unit.needed = true;
	const lexemes = await findAll(m, all.map((t) => t.key));
	if (!all.length) return [];
	if (lexemes.includes(undefined)) return [unit];
	const positions = await Promise.all(lexemes.map((l) => positionsOf(m, l)));
	unit.lexemes = lexemes;
	for (const l of lexemes) unit.weight += idfOf(m, l);
	inAll(m, lexemes, (a, b) => a + b, (d, worth, title) => {
		let starts;
		positions.forEach((of, k) => {
			const begins = of?.(d).map((p) => p - all[k].position);
			if (begins) starts = starts ? begins.filter((p) => starts.includes(p)) : begins;
		});
		if (!starts || starts.length) better(unit, d, worth, title);
	});
	return [unit];
};

// excludedUnits returns the units of words as typed, without guesses.
const excludedUnits = async (m, { text }) => {
	const all = tokens(text), found = await findAll(m, all.map((t) => t.key)), units = [];
	for (let i = 0; i < all.length; i++) {
		if (!found[i]) continue;
		add(m, units[units.push(newUnit(m, "")) - 1], found[i], 100);
		i += all[i].parts?.length ?? 0;
	}
	return units;
};

// ---- Queries (§9, step 1)

const columns = { datum: "date", date: "date", bedrag: "amount", amount: "amount", montant: "amount" };
const columnOf = (name) => Object.hasOwn(columns, name) && columns[name];
const facetOf = (m, name) => m.facets.find((f) => fold(f.name) === name);

const mostItems = 64;

// parse takes a query apart into items of text, and groups of filters by name.
const parse = (m, query, chosen) => {
	const items = [], groups = [];
	let or = false, rest = query.trimStart();
	const text = () => {
		const quoted = /^["“„«]([^"”“»]*)["”“»]?/.exec(rest), [all, inner] = quoted ?? /^(\S*)/.exec(rest);
		rest = rest.slice(all.length);
		return [inner, !!quoted];
	};
	const filter = (name, value, excluded) => {
		const group = groups.find((g) => g.name === name && g.excluded === excluded);
		if (group) group.values.push(value);
		else groups.push({ name, excluded, values: [value] });
	};
	const isName = (name) => columnOf(name) || facetOf(m, name);
	for (; rest; rest = rest.trimStart()) {
		const excluded = /^-\S/.test(rest);
		if (excluded) rest = rest.slice(1);
		const [all, typed] = /^([^\s:"“”„«»]+):/.exec(rest) ?? [], name = typed && fold(typed);
		if (name && isName(name)) {
			rest = rest.slice(all.length);
			filter(name, text()[0], excluded);
			or = false;
			continue;
		}
		const [words, phrase] = text();
		if (!phrase && items.length && /^O[RFU]$/.test(words)) {
			or = true;
			continue;
		}
		items.push({ text: words, phrase, excluded, or: or && !excluded, last: !rest && !phrase });
		or = false;
	}
	for (const name in chosen) {
		if (isName(fold(name))) for (const value of chosen[name]) filter(fold(name), value, false);
	}
	return [joinWords(items).slice(0, mostItems), groups];
};

// joinWords puts neighbouring words back together; those beside OR stay apart.
const joinWords = (items) => {
	const joined = [], plain = (item) => item && !item.phrase && !item.excluded && !item.or;
	items.forEach((item, i) => {
		const before = joined.at(-1);
		if (plain(item) && plain(before) && !items[i + 1]?.or) joined.splice(-1, 1, { ...item, text: before.text + " " + item.text });
		else joined.push(item);
	});
	return joined;
};

// ---- Filters (§7; §9, step 1)

// These read a bound: the least and greatest number that it covers.
const wholeBound = (text) => /^[+-]?\d{1,15}$/.test(text) && [+text, +text];
const dayBound = (text) => /^\d{4}(-\d\d){0,2}$/.test(text) && ["0", "9"].map((digit) => +text.replaceAll("-", "").padEnd(8, digit));
const centBound = (text) => {
	const [, euros, cents = ""] = /^€*(\d{1,12})(?:,(\d?\d?).*)?$/.exec(text.replaceAll(".", "").replace(/€+$/, "")) ?? [], n = euros + cents.padEnd(2, "0");
	return euros && [+n + 1, +n + 1]; // as the column has it
};

// rangeOf reads a..b, a.., ..b, >n, >=n, <n, <=n, or n. Of a..b what cannot be read
// is open; else it fits nothing.
const rangeOf = (value, read) => {
	const [from, to] = value.split(/\.\.(.*)/s), [, sign, n] = /^([<>]=?)?(.*)/s.exec(value), all = [-Infinity, Infinity];
	if (to !== undefined) return [(read(from) || all)[0], (read(to) || all)[1]];
	const found = read(n);
	if (!found || !sign) return found || [1, 0];
	if (sign[0] === ">") return [sign[1] ? found[0] : found[1] + 1, Infinity];
	return [-Infinity, sign[1] ? found[1] : found[0] - 1];
};
const within = (n, [low, high]) => n >= low && n <= high;

const column = (m, name) => m[name] ? m.load("f", m[name], (bytes) => (name === "date" ? readDates : readAmounts)(bytes, m.numbers)) : new Float64Array(m.numbers);
const facetColumn = (m, facet) => m.load("f", facet.file, (bytes) => readFacet(bytes, facet, m.numbers));

// passing returns a function that tells whether a document fits a group.
const passing = async (m, { name, values }) => {
	const kind = columnOf(name);
	if (kind) {
		const numbers = await column(m, kind), ranges = values.map((v) => rangeOf(v, kind === "date" ? dayBound : centBound));
		return (d) => numbers[d] > 0 && ranges.some((range) => within(numbers[d], range));
	}
	const { values: all, starts, ids } = await facetColumn(m, facetOf(m, name));
	const wanted = all.map(([key]) => values.some((v) => {
		const n = /^[<>]|\.\./.test(v) && wholeBound(key);
		return n ? within(n[0], rangeOf(v, wholeBound)) : fold(key) === fold(v);
	}));
	return (d) => ids.subarray(starts[d], starts[d + 1]).some((id) => wanted[id]);
};

// countFacets counts the values of all facets in the documents found; those of a
// facet itself as if nothing of it were chosen. Bit i of failed is group i.
const countFacets = (m, groups, matched, failed) => Promise.all(m.facets.map(async (facet) => {
	const { values, starts, ids } = await facetColumn(m, facet), counts = new Uint32Array(values.length);
	const own = groups.findIndex((g) => !g.excluded && g.name === fold(facet.name)), chosen = groups[own]?.values.map(fold);
	for (const d of matched) {
		if (own < 0 ? failed[d] : failed[d] & ~(1 << own)) continue;
		for (let i = starts[d]; i < starts[d + 1]; i++) counts[ids[i]]++;
	}
	const all = values.map(([key, label], i) => ({ key, label, count: counts[i], chosen: !!chosen?.includes(fold(key)) }));
	return { name: facet.name, values: all.filter((v) => v.count || v.chosen) };
}));

// ---- Ranking (§9, steps 7, 9 and 10)

// combine returns the units of a query, and those of what it excludes.
const combine = (items, found) => {
	const units = [], without = [];
	items.forEach((item, i) => {
		const some = found[i], before = units.at(-1);
		if (item.excluded) without.push(...some);
		else if (item.or && before && some.length) {
			const [{ values, titles, weight, lexemes, meant }] = some;
			values.forEach((value, d) => better(before, d, value, titles[d]));
			before.weight = Math.max(before.weight, weight);
			before.lexemes.push(...lexemes);
			before.meant ??= meant;
			before.exact = undefined;
		} else if (units.length + some.length <= mostUnits) units.push(...some);
	});
	return [units, without];
};

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

// addNear adds to the scores of documents in which neighbouring words of the
// query stand near each other.
const addNear = async (m, units, documents, scores) => {
	const positions = await Promise.all(units.map((u) => u.exact && positionsOf(m, u.exact).catch(() => 0)));
	for (let i = 1; i < units.length; i++) {
		const before = positions[i - 1], after = positions[i];
		if (!before || !after) continue;
		for (const d of documents) {
			const first = before(d);
			let least = 9, n = 0;
			for (const p of after(d)) {
				while (first[n] < p) n++;
				if (n) least = Math.min(least, p - first[n - 1]);
			}
			const percent = least > 8 ? 0 : m.weights.near[least > 3 ? 2 : least > 1 ? 1 : 0];
			scores[d] += Math.min(units[i - 1].values[d], units[i].values[d]) * percent / 100 | 0;
		}
	}
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

// answer answers one query.
const answer = async (m, query, { filters, sort, offset = 0, limit = 10, signal } = {}) => {
	query = String(query ?? "");
	const [items, groups] = parse(m, query, filters), hasText = items.some((item) => !item.excluded);
	const [by, up] = sorts[sort] ?? (hasText ? [] : sorts.newest);
	const [values, fits, ...found] = await Promise.all([
		by && column(m, by), Promise.all(groups.map((g) => passing(m, g))),
		...items.map((item) => (item.phrase ? phraseUnits : item.excluded ? excludedUnits : textUnits)(m, item)),
	]);
	if (signal?.aborted) throw fault("aborted");
	const [units, without] = combine(items, found), scoreOf = scorer(units, m.weights.title);
	const scores = new Int32Array(m.numbers), failed = new Int32Array(m.numbers), holes = new Set(m.holes), matched = [];
	for (let d = m.numbers - 1; d >= 0; d--) {
		if (hasText && !(scores[d] = scoreOf(d)) || holes.has(d) || without.some((u) => u.values[d])) continue;
		fits.forEach((fit, i) => failed[d] |= fit(d) === groups[i].excluded && 1 << i);
		if (!groups.some((g, i) => g.excluded && failed[d] & 1 << i)) matched.push(d);
	}
	const results = matched.filter((d) => !failed[d]), byScore = (a, b) => scores[b] - scores[a] || b - a;
	if (units.length > 1) await addNear(m, units, best(results, 50, byScore), scores);
	const order = by ? (a, b) => !values[a] - !values[b] || (values[a] - values[b]) * up || byScore(a, b) : byScore;
	const shown = best(results, offset + limit, order).slice(offset);
	const cards = await Promise.all(shown.map((d) => fileOf(m, "c", m.cards, Math.floor(d / m.cardsPerFile), json)));
	if (signal?.aborted) throw fault("aborted");
	const meant = units.find((u) => u.meant)?.meant;
	return {
		total: results.length,
		results: shown.map((number, i) => {
			const card = cards[i][number % m.cardsPerFile];
			return { number, score: scores[number], ...Object.fromEntries(fields.map((name, f) => [name, card[f]])) };
		}),
		suggestion: meant ? { ...meant, query: query.replace(meant.word, () => meant.instead) } : null,
		words: () => units.map(formsOf),
		facets: () => guarded(async () => ({ facets: await countFacets(m, groups, matched, failed), error: null }), { facets: [] }),
		error: null,
	};
};

// formsOf returns the forms by which a unit was found, as far as is known without
// asking for more.
const formsOf = ({ key, lexemes }) => [...new Set([key, ...lexemes.flatMap((l) => l.shard.keys.filter((_, i) => l.shard.lexemes[i] === l))])].filter((form) => form);

// ---- The index

const mostKept = 16 << 20; // bytes of files in memory, unpacked

// guarded makes an error a value.
const guarded = (work, otherwise) => work().catch((e) => ({ ...otherwise, error: { kind: e.kind ?? "damaged", file: e.file ?? "" } }));

// open returns the index at an address that ends in a slash.
export const open = (base, { fetch = globalThis.fetch } = {}) => {
	const files = new Map(), failed = new Set();
	let manifest; // a promise

	const get = async (file, cache) => {
		index.requests++;
		let bytes, response;
		try {
			response = await fetch.call(globalThis, base + file, { cache: failed.has(file) ? "reload" : cache });
			bytes = new Uint8Array(await response.arrayBuffer());
		} catch {
			throw fault("network", file);
		}
		if (!response.ok) throw fault(/404|410/.test(response.status) ? "missing" : "network", file);
		index.bytes += bytes.length;
		if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
		if (!globalThis.DecompressionStream) throw fault("unpack", file);
		return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
	};

	// load returns a file, read; it keeps it, but not what was used longest ago.
	const load = (folder, name, read) => {
		const file = `${folder}/${name}.bin`, entry = files.get(file) ?? { size: 0 };
		files.delete(file);
		files.set(file, entry);
		return entry.content ??= get(file, "default").then((bytes) => {
			const content = read(bytes);
			entry.size = bytes.length;
			let kept = 0;
			for (const { size } of files.values()) kept += size;
			for (const [old, { size }] of files) {
				if (kept <= mostKept) break;
				files.delete(old);
				kept -= size;
			}
			return content;
		}).catch((e) => {
			files.delete(file);
			throw fault(e.kind ?? "damaged", file);
		});
	};

	const readManifest = () => manifest ??= get("manifest.json", "no-cache").then((bytes) => {
		const m = json(bytes);
		if (m.format !== 1) throw fault("format");
		must(m.numbers < 1 << 26);
		return { ...m, load };
	}).catch((e) => {
		manifest = undefined;
		throw fault(e.kind ?? "damaged", "manifest.json");
	});

	// After a publication the files of the manifest may be gone: it is read again.
	const search = async (query, options) => {
		const used = readManifest();
		try {
			return await answer(await used, query, options);
		} catch (e) {
			if (!/missing|damaged/.test(e.kind ?? "damaged") || failed.has(e.file)) throw e;
			failed.add(e.file);
			if (manifest === used) manifest = undefined;
			files.clear();
			return answer(await readManifest(), query, options);
		}
	};

	const index = {
		requests: 0, bytes: 0, // asked for and received
		warm: () => guarded(async () => ({ documents: (await readManifest()).documents, error: null })),
		search: (query, options) => guarded(() => search(query, options), { total: 0, results: [], suggestion: null, words: () => [], facets: async () => ({ facets: [], error: null }) }),
	};
	return index;
};

// ---- Excerpts

const mostRead = 100_000; // characters

// excerpt cuts out of a text the part of about so many characters that says most
// about words (page.words()): [{text, hit}]. A compound with a word is a hit too.
export const excerpt = (text, words, length = 200) => {
	text = text.slice(0, mostRead).replace(/\s+/g, " ").trim();
	const units = new Map(words.flatMap((forms, unit) => forms.map((form) => [form, unit]))), long = [...units.keys()].filter((form) => form.length > 3);
	const hits = [];
	for (const { key, start, end } of tokens(text)) {
		const unit = units.get(key) ?? units.get(long.find((form) => key.startsWith(form) || key.endsWith(form)));
		if (unit !== undefined && !(start < hits.at(-1)?.end)) hits.push({ start, end, unit });
	}
	let from = 0, most = 0;
	hits.forEach(({ start }, i) => {
		const near = hits.slice(i, i + 30).filter((h) => h.end < start + length * .8), worth = new Set(near.map((h) => h.unit)).size * 100 + near.length;
		if (worth > most) [most, from] = [worth, start];
	});
	return cutOut(text, hits, from, length);
};

// cutOut returns the segments from a little before a place, at whole words.
const cutOut = (text, hits, place, length) => {
	let from = Math.floor(Math.max(0, Math.min(place - length / 5, text.length - length)));
	if (from) from = Math.min(place, text.indexOf(" ", from) + 1 || from);
	let to = from + length;
	to = to < text.length ? Math.max(text.lastIndexOf(" ", to), from + length / 2) : text.length;
	const segments = from ? [{ text: "… ", hit: false }] : [];
	const push = (end, hit) => {
		if (end > from) segments.push({ text: text.slice(from, end), hit });
		from = end;
	};
	for (const { start, end } of hits) {
		if (start < from || end > to) continue;
		push(start, false);
		push(end, true);
	}
	push(to, false);
	if (to < text.length) segments.push({ text: " …", hit: false });
	return segments;
};
