// Spelling: what a word that the site does not have may have meant (internal/search,
// format.go §4 and §9, steps 3 and 5). The engine asks for this when there is such a word.
import { Reader, addFound, addTogether, compare, fileOf, find, findAll, newUnit, placeOf, termsOf } from "./zoekmachine.js";

const endings = ["etjes", "etje", "pjes", "pje", "tjes", "tje", "jes", "je", "en", "e", "s", "n", "t"];
const hardened = (word) => word.replace(/z$/, "s").replace(/v$/, "f");

// withoutEnding returns how a word may be spelled that has a stem before an ending.
const withoutEnding = (stem, ending) => {
	const closed = !/[aeiouy]$/.test(stem);
	if (ending[0] !== "e") return [stem];
	if (closed && /(.)\1$/.test(stem)) return [stem.slice(0, -1)];
	return closed && /[aeou].$/.test(stem) ? [hardened(stem.slice(0, -1) + stem.slice(-2)), hardened(stem)] : [hardened(stem)];
};

// inflected finds a word without its ending, as Dutch then spells it.
export const inflected = async (m, key) => {
	const tries = [];
	for (const ending of /^[a-z]+$/.test(key) ? endings : []) {
		const stem = key.slice(0, -ending.length);
		if (key.endsWith(ending) && stem.length > 3) tries.push(...withoutEnding(stem, ending));
	}
	return (await findAll(m, tries)).find((l) => l);
};

// unseen returns the unit of a word that the site does not have.
export const unseen = async (m, { key }, word) => {
	const unit = newUnit(m, key), length = [...key].length;
	if (length < 4 || /\d/.test(key) || m.empty.includes(key)) return unit;
	const candidates = await nearKeys(m, key, length < 8 ? 1 : 2), best = candidates[0]?.distance;
	if (best !== 1 && await addSplit(m, unit, key)) return unit;
	for (const c of candidates.slice(0, 3)) {
		const l = c.distance === best && await find(m, c.key);
		if (!l) continue;
		await addFound(m, unit, l, m.weights.typo);
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

const readSpelling = (bytes) => {
	const r = new Reader(bytes), n = r.count();
	return { keys: new Reader(r.take()).keys(n), logs: r.take(n) };
};

const reverse = (text) => [...text].reverse().join("");

// nearKeys returns the keys within a distance of a word, the likeliest first.
const nearKeys = async (m, word, most) => {
	const all = new Map(), backwards = reverse(word), first = word.codePointAt();
	const shard = async (directory, x, read) => read((await placeOf(m, directory, x))[0]);
	const [terms, spelling] = await Promise.all([
		shard(m.terms, word, (n) => termsOf(m, n)),
		shard(m.spelling, backwards, (n) => fileOf(m, "s", m.spelling, n, readSpelling)),
	]);
	const note = (keys, word, turn, logOf) => keys.forEach((near, i) => {
		const away = near.includes(" ") || m.empty.includes(turn(near)) ? Infinity : distance([...near], [...word], most);
		if (away > most) return;
		const key = turn(near), log = logOf(i);
		if (!(all.get(key)?.log >= log)) all.set(key, { key, distance: away, log, other: key.codePointAt() !== first });
	});
	note(terms.keys, word, (key) => key, (i) => 31 - Math.clz32(terms.lexemes[i].df || 1));
	note(spelling.keys, backwards, reverse, (i) => spelling.logs[i]);
	return [...all.values()].sort((a, b) => a.distance - b.distance || a.other - b.other || b.log - a.log || compare(a.key, b.key));
};

// distance is that of optimal string alignment, in code points; more than most
// is as good as any.
const distance = (a, b, most) => {
	if (Math.abs(a.length - b.length) > most) return Infinity;
	let before, last = [0, ...b.map((_, j) => j + 1)];
	for (const [i, c] of a.entries()) {
		const row = [i + 1];
		for (const [j, d] of b.entries()) {
			row.push(Math.min(last[j] + (c !== d), last[j + 1] + 1, row[j] + 1));
			if (i && j && c === b[j - 1] && d === a[i - 1]) row[j + 1] = Math.min(row[j + 1], before[j - 1] + 1);
		}
		if (Math.min(...row) > most) return Infinity;
		[before, last] = [last, row];
	}
	return last.at(-1);
};
