// The search page. It is a page of lists without this. What it shows, and its
// words, come from <template id="zoeken">; what is found, from the engine.
//
// What must stay true: the address says all that is asked, and asking it again
// shows the same; what an index or a page says is set as text, and leads only to
// addresses of this site; the focus stays where the reader has it, and nothing is
// hidden around it; whatever fails, the lists are there.
import { open } from "./zoekmachine.js";

const template = document.querySelector("#zoeken"), words = template.dataset;
const perPage = 10, wait = 120, slow = 300, still = 1000, longest = 1000; // results at a time; milliseconds, thrice; characters of a value

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
const field = form.elements.q, list = panel.querySelector("ol"), refine = panel.querySelector("details"), jump = form.querySelector(".sprong");
const part = (name) => panel.querySelector(`[data-deel=${name}]`);
const [heard, waiting, fault, meant, many, showAll, head, chosenOnes, more, nothing, advice] = ["gehoord", "wacht", "fout", "bedoeld", "hoeveel", "toon", "aantal", "gekozen", "meer", "niets", "raad"].map(part);
const chips = chosenOnes.firstChild;
const input = (name) => panel.querySelector(`[name=${name}]:not([type=checkbox])`);
const sets = [...panel.querySelectorAll("[data-naam]")];
const facets = sets.map((set) => set.dataset.naam), bounds = { datum: ["van", "tot"], bedrag: ["min", "max"] }, limits = Object.values(bounds).flat();
const single = ["q", ...limits, "sorteer", "pagina"], fields = single.slice(1, 6); // what has one value; what has a field in the panel
const orders = { nieuwste: "newest", oudste: "oldest", hoogste: "highest", laagste: "lowest" };
const { title } = document, { lang } = document.documentElement;
refine.open = matchMedia("(min-width: 60rem)").matches;
const standing = refine.open ? [...panel.querySelectorAll(".keuze:not([data-veel])")] : []; // open, and not because the reader opened them
for (const e of standing) e.open = true;

// labels are those of values, by facet and key. Those that the page has come
// first: the index may speak another language.
const labels = new Map();
for (const set of sets) for (const e of set.querySelectorAll("data")) {
	labels.set(set.dataset.naam + "=" + e.value, e.textContent);
	e.remove();
}
const labelOf = (name, key) => labels.get(name + "=" + key) ?? key;

const element = (name, attributes = {}, ...children) => {
	const e = document.createElement(name);
	for (const key in attributes) e.setAttribute(key, attributes[key]);
	e.append(...children);
	return e;
};
const fill = (text, arg) => text.replace(/%[ds]/, () => arg);
const unseen = (text) => element("span", { class: "voorlezen" }, text);

// show hides what is not, when the focus has left it.
const show = (e, is) => {
	if (!is) leave(e);
	e.hidden = !is;
};
const leave = (e) => e.contains(document.activeElement) && (e.contains(head) || head.hidden ? field : head).focus({ preventScroll: true });

// say shows a text over the results, and has it heard when all has been still,
// also where it was heard before.
let saying;
const say = (text) => {
	head.textContent = text;
	show(head, text);
	heard.textContent = "";
	clearTimeout(saying);
	saying = setTimeout(() => (heard.textContent = text), still);
};
const counted = (n) => (n === 1 ? words.one : words.other);

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
	return element("time", { datetime: date }, new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, format).format(Date.UTC(year, month - 1, day ?? 1)));
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
const isAsked = () => ["q", ...facets, ...limits].some((name) => asked[name].length);

// rangesAsked are [name, from, to] as the index takes them, the lesser first. What
// is no amount does not count.
const worth = (bound) => +bound.replace(/\D/g, ""); // of a date; or of euros, in cents
const rangesAsked = () => [["datum", value("van"), value("tot")], ["bedrag", euros(value("min")) ?? "", euros(value("max")) ?? ""]]
	.map(([name, from, to]) => (to && worth(from) > worth(to) ? [name, to, from] : [name, from, to])).filter(([, from, to]) => from || to);
const filters = () => {
	const all = {};
	for (const name of facets) if (asked[name].length) all[name] = asked[name];
	for (const [name, from, to] of rangesAsked()) all[name] = [`${from}..${to}`];
	return all;
};

// ---- Results

const kind = (key) => labels.get("soort=" + key) ?? key.charAt(0).toUpperCase() + key.slice(1);
const result = (r, answer) => {
	const inside = /^\/(?![/\\])/.test(r.address), other = r.language && r.language !== lang ? { lang: r.language } : {};
	const head = element("h3", { dir: "auto" }, inside ? element("a", { href: r.address, ...other }, r.title) : r.title);
	const meta = element("p", { class: "meta" }, element("span", { "data-soort": r.kind }, kind(r.kind)));
	if (r.date) meta.append(when(r.date));
	for (const label of r.labels) meta.append(element("span", other, label));
	if (r.cents) meta.append(element("span", { class: "bedrag" }, money(r.cents)));
	const text = element("p", { dir: "auto", ...other }, r.text), item = element("li", {}, head, meta, text);
	const found = answer.words();
	if (inside && found.length) {
		excerpts.set(item, { title: head.firstChild, text, known: [kind(r.kind), r.title, ...r.labels, r.text].join(" "), address: r.address, found });
		sight.observe(item);
	}
	return item;
};

// When a result comes in sight, the words found are marked in it.
const excerpts = new WeakMap();
const sight = new IntersectionObserver((seen) => {
	for (const { isIntersecting, target } of seen) {
		if (!isIntersecting) continue;
		sight.unobserve(target);
		import("./zoekuittreksel.js").then(({ mark }) => mark(excerpts.get(target))).catch(() => {});
	}
});

// ---- Facets

const shownAtFirst = 7, shownAtMost = 100;
const compare = {
	up: (a, b) => a.key - b.key || a.key.localeCompare(b.key),
	down: (a, b) => b.key - a.key || b.key.localeCompare(a.key),
	"": (a, b) => b.count - a.count || a.label.localeCompare(b.label, lang),
};
const whole = new Set(); // facets that show all
const drawFacet = (set, values) => {
	const name = set.dataset.naam, chosen = asked[name], all = set.querySelector("ul"), button = set.querySelector(".meer");
	const boxes = new Map([...all.querySelectorAll("input")].map((box) => [box.value, box]));
	const without = (key) => ({ key, label: labelOf(name, key), count: 0 });
	for (const key of chosen) if (!values.some((v) => v.key === key)) values.push(without(key));
	values.sort(compare[set.dataset.volgorde]);
	const most = whole.has(name) ? shownAtMost : shownAtFirst;
	let shown = values.filter((v, i) => i < most || chosen.includes(v.key));
	// What has the focus stays where it is.
	if (all.contains(document.activeElement)) {
		const kept = [...boxes.keys()].map((key) => values.find((v) => v.key === key) ?? without(key));
		shown = [...kept, ...shown.filter((v) => !boxes.has(v.key))];
	}
	const items = shown.map(({ key, label, count }) => {
		const box = boxes.get(key) ?? element("input", { type: "checkbox", name, value: key });
		const item = box.closest("li") ?? element("li", {}, element("label", {}, box, element("span"), element("span", { class: "meta" })));
		const [text, total] = box.parentNode.querySelectorAll("label > span"), [before, after] = counted(count).split("%d");
		box.checked = chosen.includes(key);
		text.textContent = label;
		total.replaceChildren(unseen(", " + before), number(count), unseen(after));
		return item;
	});
	for (const item of [...all.children]) if (!items.includes(item)) item.remove();
	items.forEach((item, i) => {
		if (all.children[i] !== item) all.insertBefore(item, all.children[i]);
	});
	set.hidden = standing.includes(set) && isSeen(set) && items.length < 2 && !chosen.length && !set.contains(document.activeElement);
	show(button, values.length > shownAtFirst);
	button.firstChild.data = whole.has(name) ? words.fewer : words.more;
};
let counts = [], latest, latestAt; // the answer that is shown, and where
const draw = () => {
	drawChosen();
	for (const set of sets) {
		const { values = [] } = counts.find(({ name }) => name === set.dataset.naam) ?? {};
		drawFacet(set, [...values]);
	}
};

// What is chosen: [label, names, key], each with a button that takes it away; those
// that are drawn stay where they are.
let drawn;
const drawChosen = () => {
	const all = facets.flatMap((name) => asked[name].map((key) => [labelOf(name, key), [name], key]));
	for (const [name, ...both] of rangesAsked()) {
		const { from, to } = panel.querySelector(`[data-bereik=${name}]`).dataset;
		const [low, high] = both.map((bound) => bound && (name === "datum" ? when(bound).textContent : money(worth(bound))));
		all.push([low && high ? `${low} – ${high}` : fill(low ? from : to, low || high), bounds[name]]);
	}
	if (drawn === (drawn = String(all))) return;
	many.textContent = all.length ? ` (${number(all.length)})` : "";
	for (const e of [advice, chosenOnes]) show(e, all.length);
	const place = [...chips.children].findIndex((e) => e.contains(document.activeElement));
	chips.replaceChildren(...all.map(([label, names, key]) => {
		const button = element("button", { type: "button", "aria-label": fill(words.remove, label) }, label);
		button.onclick = () => {
			for (const name of names) set(name, asked[name].filter((v) => key && v !== key));
			renew();
		};
		return element("li", {}, button);
	}));
	if (place >= 0) (chips.children[place] ?? chips.lastChild).firstChild.focus();
};

// count asks for the counts that can be seen, as the values of some facets are
// many, and for those of which the labels are.
const isSeen = (set) => refine.open && set.open;
const count = async () => {
	const answer = latest, wanted = sets.filter((set) => isSeen(set) || asked[set.dataset.naam].length).map((set) => set.dataset.naam);
	const { facets, error } = wanted.length ? await answer.facets(wanted) : { facets: [] };
	if (answer !== latest) return;
	if (error) tell(error);
	if (!facets.length) return;
	counts = facets;
	for (const { name, values } of facets) for (const v of values) {
		const id = name + "=" + v.key;
		if (labels.has(id)) v.label = labels.get(id);
		else labels.set(id, v.label);
	}
	draw();
};

// ---- Asking

let turn = 0, controller, timer, touched, last; // field that changed, and that made the newest entry of the history
const renewList = (...results) => {
	leave(list);
	list.replaceChildren(...results);
};
const tell = ({ kind }) => {
	fault.textContent = words[kind] ?? words.failed;
	show(fault, true);
};
const fail = (error) => {
	say("");
	for (const e of [more, nothing, meant, jump]) show(e, false);
	renewList();
	tell(error);
	show(lists, true);
	busy(false);
};
const showMeant = (suggestion) => {
	show(meant, suggestion);
	if (!suggestion) return;
	const { word, instead, query } = suggestion, [before, between, after] = words.meant.split("%s");
	const link = element("a", { href: address({ q: [query], pagina: [] }), dir: "auto" }, instead);
	link.onclick = (event) => {
		event.preventDefault();
		field.value = query;
		field.focus();
		set("q", [query]);
		go();
	};
	meant.replaceChildren(before, element("bdi", {}, word), between, link, after);
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
	drawChosen();
	document.title = value("q") ? value("q") + " – " + title : title;
	show(panel, isAsked());
	if (!isAsked()) {
		say("");
		renewList();
		for (const e of [fault, jump]) show(e, false);
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
	const text = total ? fill(counted(total), number(total)) : words.none;
	say(text);
	showAll.textContent = total ? fill(words.show, text) : text;
	sight.disconnect();
	renewList(...results);
	for (const item of results) if (excerpts.has(item)) sight.observe(item);
	show(fault, false);
	for (const e of [nothing, lists]) show(e, !total);
	show(jump, total);
	showMeant(answer.suggestion);
	showMore(total);
	latest = answer;
	latestAt = address({ pagina: [] });
	await count();
	if (mine === turn) busy(false);
};

// another shows the next results, and leads to the first of them.
more.onclick = async () => {
	if (address({ pagina: [] }) !== latestAt) return; // something else is asked already
	const [mine, signal] = restart(), page = list.children.length / perPage + 1;
	busy(true);
	const answer = await search(value("q"), filters(), orders[value("sorteer")], page, signal);
	if (mine !== turn) return;
	if (answer.error) return fail(answer.error);
	const results = answer.results.map((r) => result(r, answer));
	list.append(...results);
	set("pagina", [String(page)]);
	history.replaceState(null, "", address());
	(results[0]?.querySelector("a") ?? head).focus();
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
const wrong = panel.querySelector("#zoek_fout");
const check = () => show(wrong, bounds.bedrag.map(input).filter((amount) => {
	const is = euros(amount.value) === undefined;
	amount.setAttribute("aria-invalid", is);
	amount.setAttribute("aria-describedby", "zoek_hulp" + (is ? " zoek_fout" : ""));
	return is;
}).length);

// fillIn shows in the fields what is asked; renew asks it after that.
const fillIn = () => {
	field.value = value("q");
	for (const name of fields) {
		input(name).value = value(name);
		if (!input(name).value) asked[name] = []; // no such day
	}
	draw();
	check();
};
const renew = () => {
	touched = null;
	fillIn();
	return go();
};

// restore asks what the address says, but for what was typed before.
const restore = (typed) => {
	clearTimeout(timer);
	readAddress();
	touched = last = null;
	if (typed) {
		set("q", [typed]);
		touched = field;
	}
	for (const set of sets) if (asked[set.dataset.naam].length) set.open = true;
	fillIn();
	return typed ? go() : ask();
};
const clear = () => {
	for (const name of [...facets, ...limits]) set(name, []);
	return renew();
};
const toResults = (event) => {
	event.preventDefault();
	head.focus();
	head.scrollIntoView();
};

const changed = ({ target }) => {
	const { name } = target;
	if (!name) return;
	touched = target;
	if (target.type === "checkbox") set(name, [...asked[name].filter((key) => key !== target.value), ...target.checked ? [target.value] : []]);
	else set(name, [target.value]);
	if (!wrong.hidden) check();
	clearTimeout(timer);
	timer = setTimeout(go, wait);
};
for (const e of [form, panel]) e.addEventListener("input", changed);
panel.addEventListener("change", check); // and not while it is typed
field.addEventListener("keydown", (event) => {
	if (event.key !== "Escape" || event.isComposing || !field.value) return;
	event.preventDefault();
	field.value = "";
	changed(event);
});
form.addEventListener("submit", (event) => {
	event.preventDefault();
	set("q", [field.value]);
	touched = null;
	go();
});
jump.onclick = toResults;
panel.addEventListener("toggle", () => latest && count(), true);
panel.addEventListener("click", (event) => {
	const { target } = event;
	if (target.matches(".wis")) clear();
	if (target === showAll) {
		refine.open = false;
		toResults(event);
	}
	const facet = target.closest(".meer")?.closest("[data-naam]").dataset.naam;
	if (!facet) return;
	if (!whole.delete(facet)) whole.add(facet);
	draw();
});
addEventListener("popstate", () => restore());
index.warm();
restore(field.value !== field.defaultValue && field.value);
