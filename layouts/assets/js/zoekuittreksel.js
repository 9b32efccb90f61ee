// Excerpts: the words found stand out in a result. Where its card does not say
// them all, the part of the page that says most about them is cut out of it; until
// then, and where that fails, the text of the card stands there.
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
	const segments = from ? [{ text: "… ", hit: false }] : [], goesOn = to < text.length;
	[from, to] = [from + text.slice(from).search(/[^ –·]|$/), text.slice(0, to).replace(/[ –·]+$/, "").length]; // no separators at its ends
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
	if (goesOn) segments.push({ text: " …", hit: false });
	return segments;
};

// ---- On the page

const most = 40; // pages kept

// mark marks the words found in a result: its elements title and text, all that is
// known of it, its address and page.words().
export const mark = async ({ title, text, known, address, found }) => {
	markIn(title, title.textContent, found, Infinity);
	const card = text.textContent;
	if (says(known, found)) return markIn(text, card, found, Infinity);
	const [sentences, all] = await textsAt(address); // all: facts too, only where there is nothing better
	if (!markIn(text, sentences, found) && !markIn(text, card, found, Infinity) && !card && all) markIn(text, all, found);
};
const markIn = (element, whole, found, length) => {
	const segments = excerpt(whole.replace(/(\s*·)+\s*/g, " · "), found, length), some = segments.some(({ hit }) => hit);
	if (some) element.replaceChildren(...segments.map(({ text, hit }) => {
		if (!hit) return text;
		const marked = document.createElement("mark");
		marked.append(text);
		return marked;
	}));
	return some;
};

const pages = new Map();
const pageAt = (at) => {
	const page = pages.get(at) ?? fetch(at).then(async (response) => {
		if (!response.ok) throw response.status;
		const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
		for (const e of main.querySelectorAll("nav, form, h1, script, template, svg, .anker, .paginakop :is(.soort, .meta), .geschiedenis, .verwant")) e.remove();
		for (const e of main.querySelectorAll("p, li, dt, dd, th, td, div, h2, h3, h4, h5, h6, figcaption, caption, summary, br, .meta > *")) e.append(e.matches("dt") ? ": " : e.matches("h2, h3, h4, h5, h6") ? " – " : e.matches("dd, li, td, th, .meta > *") ? " · " : " ");
		return main;
	});
	pages.delete(at);
	pages.set(at, page);
	page.catch(() => pages.delete(at));
	if (pages.size > most) pages.delete(pages.keys().next().value);
	return page;
};

// textsAt gives what stands at an address: first what is written in sentences.
const textsAt = async (address) => {
	const [at, id] = address.split("#"), main = await pageAt(at);
	const place = id && main.querySelector("#" + CSS.escape(decodeURIComponent(id)));
	if (place?.matches("li, section, tr")) return [place.textContent];
	if (place) {
		const range = main.ownerDocument.createRange();
		range.setStartBefore(place);
		range.setEndAfter(main.lastChild);
		return [range.toString()];
	}
	const prose = [...main.querySelectorAll(".samenvatting, .proza, .klare-taal, .inzichten, .artikels, .vraagblok, .antwoord")];
	return [prose.map((e) => e.textContent).join(" "), main.textContent];
};
