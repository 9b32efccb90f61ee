// The search page. It is a page of lists without this. What it shows, and its
// words, come from <template id="zoeken">; what is found, from the engine.
//
// What must stay true: the address says all that is asked, and asking it again
// shows the same; what an index or a page says is set as text, and leads only to
// addresses of this site; the focus stays where the reader has it; whatever
// fails, the lists are there.
import { open } from "./zoekmachine.js";

const template = document.querySelector("#zoeken"), words = template.dataset;
const perPage = 10, wait = 120, slow = 300, longest = 1000; // results at a time; milliseconds; characters of a value

// ---- Where results come from. A server can stand here as well: search answers
// a promise of what the engine answers (its first lines say what that is).
// filters are {name: [values]}, among them datum and bedrag, "from..to"; sort is
// "", newest, oldest, highest or lowest; pages count from 1.

const index = open(words.index, {
	language: () => import("./zoektaal.js"),
	filters: () => import("./zoekfilters.js"),
	spelling: () => import("./zoekspelling.js"),
}, { manifest: document.querySelector("link[as=fetch]")?.getAttribute("href").slice(words.index.length) });
const search = (query, filters, sort, page, signal) =>
	index.search(query, { filters, sort, offset: (page - 1) * perPage, limit: perPage, signal });

// ---- The parts of the page

const form = document.querySelector("form.zoekveld"), lists = document.querySelector(".zoeklijsten");
const panel = document.importNode(template.content, true).firstElementChild;
template.after(panel);
const field = form.elements.q, status = panel.querySelector("[role=status]"), list = panel.querySelector("ol");
const refine = panel.querySelector("details"), sets = [...panel.querySelectorAll("[data-naam]")];
const part = (name) => panel.querySelector(`[data-deel=${name}]`);
const [waiting, fault, meant, more, nothing] = ["wacht", "fout", "bedoeld", "meer", "niets"].map(part);
const input = (name) => panel.querySelector(`[name=${name}]:not([type=checkbox])`);
const names = sets.map((set) => [...set.querySelectorAll("data")].map((e) => (e.remove(), [e.value, e.textContent]))); // where the index speaks another language
const facets = sets.map((set) => set.dataset.naam), single = ["q", "van", "tot", "min", "max", "sorteer", "pagina"];
const orders = { nieuwste: "newest", oudste: "oldest", hoogste: "highest", laagste: "lowest" };
const { title } = document, { lang } = document.documentElement;
refine.open = matchMedia("(min-width: 60rem)").matches;

const element = (name, attributes = {}, ...children) => {
	const e = document.createElement(name);
	for (const key in attributes) e.setAttribute(key, attributes[key]);
	e.append(...children);
	return e;
};
const fill = (text, arg) => text.replace("%d", () => arg);
const say = (text) => {
	if (status.textContent !== text) status.textContent = text;
};

// Amounts, numbers and dates, as the language of the page writes them.
const [, group, point] = words.amount.match(/1(\D*)234\D*567(\D*)89/);
const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, () => group);
const money = (cents) => {
	const figures = String(Math.abs(cents)).padStart(3, "0");
	return (cents < 0 ? words.negative : words.amount).replace(/1.*9/, () => number(figures.slice(0, -2)) + point + figures.slice(-2));
};
const when = (date) => {
	const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
	if (!month || month > 12) return element("span", {}, date);
	const format = { year: "numeric", month: "long", timeZone: "UTC", ...(day && { day: "numeric" }) };
	return element("time", { datetime: date }, new Intl.DateTimeFormat(lang, format).format(Date.UTC(year, month - 1, day ?? 1)));
};

// euros is "1.234,50", "1234.5" or "€ 1 000" as the index takes it, 1234,50; ""
// for nothing, undefined for what is no amount. A sign before three figures
// stands between thousands.
const euros = (text) => {
	const bare = text.replace(/[\s\u200e\u200f€'’]|euro?/gi, "");
	if (!bare) return "";
	const [, units, sign, decimal, cents = ""] = bare.match(/^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d\d?))?$/) ?? [];
	return units && !(sign && sign === decimal) ? units.replace(/\D/g, "") + "," + cents.padEnd(2, "0") : undefined;
};

// ---- What is asked: the values of every name, as in the address

const asked = {};
const set = (name, values) => {
	asked[name] = values.filter((value) => value.trim()).map((value) => value.slice(0, longest));
	if (name !== "pagina") asked.pagina = []; // another question begins at its first answers
};
const readAddress = () => {
	const wanted = new URLSearchParams(location.search);
	for (const name of [...facets, ...single]) {
		const values = wanted.getAll(name);
		set(name, single.includes(name) ? values.slice(0, 1) : values);
	}
	const right = { van: /^\d{4}-\d\d-\d\d$/, tot: /^\d{4}-\d\d-\d\d$/, pagina: /^([2-9]|1\d|20)$/ };
	for (const name in right) asked[name] = asked[name].filter((value) => right[name].test(value));
	asked.sorteer = asked.sorteer.filter((value) => Object.hasOwn(orders, value));
};
const value = (name) => asked[name][0] ?? "";
const address = (over = {}) => {
	const all = new URLSearchParams(), now = { ...asked, ...over };
	for (const name of ["q", ...facets, ...single.slice(1)]) for (const value of now[name]) all.append(name, value);
	const text = String(all);
	return location.pathname + (text && "?" + text);
};
const isAsked = () => [...facets, ...single.slice(0, 5)].some((name) => asked[name].length);
const filters = () => {
	const all = {}, range = (name, from, to) => {
		if (from || to) all[name] = [`${from ?? ""}..${to ?? ""}`];
	};
	for (const name of facets) if (asked[name].length) all[name] = asked[name];
	range("datum", value("van"), value("tot"));
	range("bedrag", euros(value("min")), euros(value("max")));
	return all;
};

// ---- Results

const kinds = new Map(names[0]); // of the first facet
const kind = (key) => kinds.get(key) ?? key.charAt(0).toUpperCase() + key.slice(1);
const result = (r, answer) => {
	const inside = /^\/(?![/\\])/.test(r.address), other = r.language && r.language !== lang ? { lang: r.language } : {};
	const head = element("h3", { dir: "auto" }, inside ? element("a", { href: r.address, ...other }, r.title) : r.title);
	const meta = element("p", { class: "meta" }, element("span", { "data-soort": r.kind }, kind(r.kind)));
	if (r.date) meta.append(when(r.date));
	for (const label of r.labels) meta.append(element("span", {}, label));
	if (r.cents) meta.append(element("span", { class: "bedrag" }, money(r.cents)));
	const text = element("p", { dir: "auto", ...other }, r.text), item = element("li", {}, head, meta, text);
	const found = answer.words();
	if (inside && found.length) {
		excerpts.set(item, { text, known: [r.title, ...r.labels, r.text].join(" "), address: r.address, found });
		sight.observe(item);
	}
	return item;
};

// When a result comes in sight, the words found are marked in it. Where it does
// not say them all, an excerpt is cut out of the page that was found; until then,
// and where that fails, the text of the card stands there.
const excerpts = new WeakMap(), pages = new Map();
const sight = new IntersectionObserver((seen) => {
	for (const { isIntersecting, target } of seen) {
		if (!isIntersecting) continue;
		sight.unobserve(target);
		mark(excerpts.get(target)).catch(() => {});
	}
});
const mark = async ({ text, known, address, found }) => {
	const { says, excerpt } = await import("./zoekuittreksel.js"), length = says(known, found) ? Infinity : undefined;
	for (const whole of length ? [text.textContent] : await textsAt(address)) {
		const segments = excerpt(whole.replace(/(\s*·)+\s*/g, " · "), found, length);
		if (segments.some(({ hit }) => hit)) return text.replaceChildren(...segments.map(({ text, hit }) => hit ? element("mark", {}, text) : text));
	}
};
const pageAt = (at) => {
	const page = pages.get(at) ?? fetch(at).then(async (response) => {
		if (!response.ok) throw response.status;
		const main = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main");
		for (const e of main.querySelectorAll("nav, form, h1, script, template, svg, .anker, .paginakop :is(.soort, .meta), .geschiedenis, .verwant")) e.remove();
		for (const e of main.querySelectorAll("p, li, dt, dd, th, td, div, h2, h3, h4, h5, h6, figcaption, caption, summary, br, .meta > *")) e.append(e.matches("dt") ? ": " : e.matches("dd, li, td, th, .meta > *") ? " · " : " ");
		return main;
	});
	pages.delete(at);
	pages.set(at, page);
	page.catch(() => pages.delete(at));
	if (pages.size > 40) pages.delete(pages.keys().next().value);
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

// ---- Facets

const shownAtFirst = 7, shownAtMost = 100;
const compare = {
	up: (a, b) => a.key - b.key || a.key.localeCompare(b.key),
	down: (a, b) => b.key - a.key || b.key.localeCompare(a.key),
	"": (a, b) => b.count - a.count || a.label.localeCompare(b.label, lang),
};
const drawFacet = (set, values) => {
	const name = set.dataset.naam, chosen = asked[name], all = set.querySelector("ul"), button = set.querySelector(".meer");
	const boxes = new Map([...all.querySelectorAll("input")].map((box) => [box.value, box]));
	const without = (key) => ({ key, label: boxes.get(key)?.nextElementSibling.textContent ?? key, count: 0 });
	for (const key of chosen) if (!values.some((v) => v.key === key)) values.push(without(key));
	values.sort(compare[set.dataset.volgorde]);
	const most = button.getAttribute("aria-expanded") === "true" ? shownAtMost : shownAtFirst;
	let shown = values.filter((v, i) => i < most || chosen.includes(v.key));
	// What has the focus stays where it is.
	if (all.contains(document.activeElement)) {
		const kept = [...boxes.keys()].map((key) => values.find((v) => v.key === key) ?? without(key));
		shown = [...kept, ...shown.filter((v) => !boxes.has(v.key))];
	}
	const items = shown.map(({ key, label, count }) => {
		const box = boxes.get(key) ?? element("input", { type: "checkbox", name, value: key });
		const item = box.closest("li") ?? element("li", {}, element("label", {}, box, " ", element("span"), " ", element("span", { class: "meta" })));
		const [text, total] = item.querySelectorAll("span");
		box.checked = chosen.includes(key);
		text.textContent = label;
		total.textContent = number(count);
		return item;
	});
	for (const item of [...all.children]) if (!items.includes(item)) item.remove();
	items.forEach((item, i) => {
		if (all.children[i] !== item) all.insertBefore(item, all.children[i]);
	});
	set.hidden = isSeen(set) && items.length < 2 && !chosen.length;
	button.hidden = values.length <= shownAtFirst;
	button.textContent = most === shownAtFirst ? words.more : words.fewer;
};
let counts = [], latest; // the answer that is shown
const draw = () => {
	for (const set of sets) {
		const { values = [] } = counts.find(({ name }) => name === set.dataset.naam) ?? {};
		drawFacet(set, [...values]);
	}
};

// count asks for the counts that can be seen: the values of some facets are many.
const isSeen = (set) => refine.open && (set.querySelector("details")?.open ?? true);
const count = async () => {
	const answer = latest, seen = sets.filter(isSeen).map((set) => set.dataset.naam);
	const { facets } = seen.length ? await answer.facets(seen) : { facets: [] };
	if (answer !== latest || !facets.length) return;
	counts = facets;
	names.forEach((known, i) => {
		for (const [key, label] of known) for (const v of counts.find(({ name }) => name === sets[i].dataset.naam)?.values ?? []) if (v.key === key) v.label = label;
	});
	draw();
};

// ---- Asking

let turn = 0, controller, timer, touched, last; // field that changed, and that made the newest entry of the history
const show = (e, is) => (e.hidden = !is);
const fail = ({ kind }) => {
	list.replaceChildren();
	for (const e of [more, nothing, meant]) show(e, false);
	fault.textContent = words[kind] ?? words.failed;
	for (const e of [fault, lists]) show(e, true);
	say("");
	busy(false);
};
const showMeant = (suggestion) => {
	show(meant, suggestion);
	if (!suggestion) return;
	const [before, after] = words.meant.split("%s");
	const link = element("a", { href: address({ q: [suggestion.query], pagina: [] }), dir: "auto" }, suggestion.query);
	link.onclick = (event) => {
		event.preventDefault();
		field.value = suggestion.query;
		field.focus();
		set("q", [suggestion.query]);
		go();
	};
	meant.replaceChildren(before, link, after);
};
const showMore = (total) => {
	const left = Math.min(perPage, total - list.children.length);
	more.textContent = fill(words.next, number(left));
	show(more, left > 0);
};
const restart = () => {
	controller?.abort();
	controller = new AbortController();
	return [++turn, controller.signal];
};

// ask shows the answer to what is asked; what was asked before is dropped.
const busy = (is) => list.setAttribute("aria-busy", is);
const ask = async () => {
	const [mine, signal] = restart();
	busy(isAsked());
	document.title = value("q") ? value("q") + " – " + title : title;
	show(panel, isAsked());
	if (!isAsked()) {
		list.replaceChildren();
		say("");
		return show(lists, true);
	}
	const slowly = setTimeout(() => show(waiting, true), slow);
	const results = [];
	let answer;
	for (let page = 1; page <= (+value("pagina") || 1); page++) {
		const next = await search(value("q"), filters(), orders[value("sorteer")], page, signal);
		if (mine !== turn) return clearTimeout(slowly);
		answer ??= next;
		results.push(...next.results.map((r) => result(r, next)));
		if (next.error) answer = next;
		if (next.error || results.length >= next.total) break;
	}
	clearTimeout(slowly);
	show(waiting, false);
	if (answer.error) return fail(answer.error);
	const { total } = answer;
	sight.disconnect();
	list.replaceChildren(...results);
	for (const item of results) if (excerpts.has(item)) sight.observe(item);
	show(fault, false);
	for (const e of [nothing, lists]) show(e, !total);
	showMeant(answer.suggestion);
	showMore(total);
	say(total ? fill(total > 1 ? words.other : words.one, number(total)) : words.none);
	latest = answer;
	await count();
	if (mine === turn) busy(false);
};

// another shows the next results, and leads to the first of them.
more.onclick = async () => {
	const [mine, signal] = restart(), page = list.children.length / perPage + 1;
	busy(true);
	const answer = await search(value("q"), filters(), orders[value("sorteer")], page, signal);
	if (mine !== turn) return;
	if (answer.error) return fail(answer.error);
	const results = answer.results.map((r) => result(r, answer));
	list.append(...results);
	set("pagina", [String(page)]);
	history.replaceState(null, "", address());
	results[0]?.querySelector("a")?.focus();
	showMore(answer.total);
	busy(false);
};

// ---- What a reader does, and the address

const record = () => {
	const at = address();
	if (at === location.pathname + location.search) return;
	try {
		history[touched && touched === last ? "replaceState" : "pushState"](null, "", at);
	} catch {} // too many in a short time, for some browsers
	last = touched;
};
const go = () => {
	clearTimeout(timer);
	record();
	return ask();
};
const check = () => {
	const fields = ["min", "max"].map(input);
	for (const field of fields) {
		const wrong = euros(field.value) === undefined;
		field.setAttribute("aria-invalid", wrong);
		field.setAttribute("aria-describedby", "zoek_hulp" + (wrong ? " zoek_fout" : ""));
	}
	show(panel.querySelector("#zoek_fout"), fields.some((field) => field.ariaInvalid === "true"));
};
const restore = () => {
	clearTimeout(timer);
	readAddress();
	field.value = value("q");
	for (const name of single.slice(1, 6)) input(name).value = value(name);
	touched = last = null;
	for (const set of sets) if (asked[set.dataset.naam].length) set.querySelector("details")?.setAttribute("open", "");
	draw();
	check();
	return ask();
};
const clear = () => {
	for (const name in asked) asked[name] = [];
	field.value = "";
	for (const name of single.slice(1, 6)) input(name).value = "";
	touched = null;
	draw();
	check();
	field.focus();
	return go();
};

const changed = ({ target }) => {
	const { name } = target;
	if (!name) return;
	touched = target;
	if (target.type === "checkbox") set(name, [...asked[name].filter((key) => key !== target.value), ...target.checked ? [target.value] : []]);
	else set(name, [target.value]);
	check();
	clearTimeout(timer);
	timer = setTimeout(go, wait);
};
for (const e of [form, panel]) {
	e.addEventListener("input", changed);
	e.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || event.isComposing || !isAsked()) return;
		event.preventDefault();
		clear();
	});
}
form.addEventListener("submit", (event) => {
	event.preventDefault();
	set("q", [field.value]);
	touched = null;
	go();
});
panel.addEventListener("toggle", () => latest && count(), true);
panel.addEventListener("click", ({ target }) => {
	if (target.matches(".wis")) return clear();
	if (!target.matches(".meer")) return;
	target.setAttribute("aria-expanded", target.getAttribute("aria-expanded") !== "true");
	draw();
});
addEventListener("popstate", restore);
index.warm();
restore();
