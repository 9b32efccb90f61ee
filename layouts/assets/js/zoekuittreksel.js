// Excerpts: the part of a text that says most about the words found.
import { tokens } from "./zoekmachine.js";

const mostRead = 100_000; // characters

// hitsIn returns where words (page.words()) stand in a text, and of which unit
// each is. A compound with a word is a hit too.
const hitsIn = (text, words) => {
	const units = new Map(words.flatMap((forms, unit) => forms.map((form) => [form, unit]))), long = [...units.keys()].filter((form) => form.length > 3);
	const hits = [];
	for (const { key, start, end } of tokens(text)) {
		const unit = units.get(key) ?? units.get(long.find((form) => key.startsWith(form) || key.endsWith(form)));
		if (unit !== undefined && !(start < hits.at(-1)?.end)) hits.push({ start, end, unit });
	}
	return hits;
};

// says tells whether a text has all words, so that no excerpt can say more.
export const says = (text, words) => new Set(hitsIn(text, words).map(({ unit }) => unit)).size === words.length;

// excerpt cuts out of a text the part of about so many characters that says most
// about words: [{text, hit}].
export const excerpt = (text, words, length = 200) => {
	text = text.slice(0, mostRead).replace(/\s+/g, " ").trim();
	const hits = hitsIn(text, words);
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
