// The filter of the list of all allocations. The list is complete without it.
// Form and words come from <template id="filter">; what is searched, from the
// file that it names (its shape is told in internal/page/filter.go).
//
// What must stay true: nothing is asked for before a reader touches the form;
// amounts are whole cents; what the file says is set as text, and leads only to
// addresses of this site; and clearing puts back the very nodes that were there.
(() => {
	const template = document.querySelector("#filter");
	const list = document.querySelector(".toelagenlijst");
	const table = list?.querySelector("table");
	if (!template || !table) return;

	const version = 2, shown = 40, wait = 80; // of the file; rows at a time; milliseconds
	const [example, inKind, givenInKind] = [1, 2, 4]; // flags of a row
	const words = template.dataset;
	const form = document.importNode(template.content, true).querySelector("form");
	const [submit, reset] = form.querySelectorAll("button");
	const status = form.querySelector("[role=status]");
	const fields = [...form.elements].filter((field) => field.name);
	const scroller = table.parentElement;
	const rest = [...list.children].filter((e) => e !== scroller); // which speaks of the whole list
	const whole = [table.caption, table.tBodies[0], table.tFoot];
	const more = element("button", { type: "button", class: "knop", hidden: "" });
	let notes = [];
	template.after(form);

	// Amounts and numbers, as the language of the page writes them.
	const [, group, point] = words.amount.match(/1(\D*)234\D*567(\D*)89/);
	const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, () => group);
	const money = (cents) => {
		const figures = String(Math.abs(cents)).padStart(3, "0");
		const text = number(figures.slice(0, -2)) + point + figures.slice(-2);
		return (cents < 0 ? words.negative : words.amount).replace(/1.*9/, () => text);
	};

	// The cents of "1.234,50", "1234.5" or "€ 1 000"; null for nothing, NaN for
	// what is no amount. A sign before three figures stands between thousands.
	const cents = (text) => {
		const bare = text.replace(/[\s\u200e\u200f€'’]|euro?/gi, "");
		if (!bare) return null;
		const [, units, sign, decimal, part = ""] = bare.match(/^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d\d?))?$/) ?? [];
		if (!units || (sign && sign === decimal)) return NaN;
		return Number(units.replace(/\D/g, "") + part.padEnd(2, "0"));
	};

	// Case, accents and marks that nobody sees do not matter.
	const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(/[‘’]/g, "'").toLowerCase();

	// fill sets the arguments of a sentence, "%d toelagen: %s", one by one.
	const fill = (text, ...args) => args.reduce((text, arg) => text.replace(/%[ds]/, () => arg), text);

	function element(name, attributes = {}, ...children) {
		const e = document.createElementNS("http://www.w3.org/" + (/svg|rect/.test(name) ? "2000/svg" : "1999/xhtml"), name);
		for (const key in attributes) e.setAttribute(key, attributes[key]);
		e.append(...children);
		return e;
	}

	// The file, asked for once; again after it failed.
	let asked, file;
	const load = () => (asked ??= read().catch((error) => {
		asked = null;
		throw error;
	}));
	const read = async () => {
		const answer = await fetch(words.file, { cache: "no-cache" });
		const data = answer.ok && await answer.json();
		if (data?.version !== version) throw new Error(answer.status);
		const names = data.organisations.map(([name]) => fold(name));
		const { title, organisation } = data.rows;
		const about = data.wordSets.map((set) => (set ?? []).map((i) => fold(data.words[i])).join("\n"));
		data.text = title.map((text, i) => [fold(text), names[organisation[i]], about[data.rows.words[i]]].join("\n"));
		return (file = data);
	};

	// find gives the indices of the rows that match what the form says, in order.
	const find = () => {
		const { awarded } = file.rows;
		const tests = file.facets.flatMap(({ name, values, sets, rows }) => {
			const value = form.elements[name]?.value;
			if (!value) return [];
			const right = sets.map((set) => set.includes(values.indexOf(value)));
			return (i) => right[rows[i]];
		});
		const asked = fold(form.elements.q.value).split(/\s+/);
		tests.push((i) => asked.every((word) => file.text[i].includes(word)));
		const [from, to] = [form.elements.van, form.elements.tot].map((field) => cents(field.value));
		if (from !== null && from === from) tests.push((i) => awarded[i] !== null && awarded[i] >= from);
		if (to !== null && to === to) tests.push((i) => awarded[i] !== null && awarded[i] <= to);
		return ordered(form.elements.sorteer.value).filter((i) => tests.every((test) => test(i)));
	};

	// ordered gives all rows in an order. What has no amount comes last.
	const ordered = (name) => {
		const { awarded, organisation } = file.rows;
		const all = [...awarded.keys()];
		const by = {
			"datum-oud": (a, b) => b - a,
			"bedrag": (a, b) => (awarded[b] ?? 0) - (awarded[a] ?? 0),
			"bedrag-laag": (a, b) => (awarded[a] ?? Infinity) - (awarded[b] ?? Infinity) || 0,
			"organisatie": (a, b) => organisation[a] - organisation[b],
			"organisatie-z": (a, b) => organisation[b] - organisation[a],
		}[name];
		return by ? all.sort(by) : all;
	};

	// A row like those of the static table, cell by cell.
	const link = (text, url, lang) => {
		if (!/^\/(?![/\\])/.test(url)) return text;
		return element("a", { href: url, ...(file.langs[lang] && { lang: file.langs[lang], hreflang: file.langs[lang] }) }, text);
	};
	const small = (...children) => element("span", { class: "meta" }, ...children);
	const amount = (cents, text = "") => element("td", { class: "r" }, cents === null ? text || "–" : money(cents));
	const withBack = (cell, back) => {
		if (back) cell.append(element("br"), small(fill(words.back, money(back))));
		return cell;
	};
	const bar = (part, all) => {
		if (!(all > 0)) return "";
		const rect = (name, width, colour) => element("rect", { class: name, width, height: 8, fill: colour });
		return element("svg", { class: "staaf", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": true, focusable: false },
			rect("spoor", 100, "none"), rect("vul", Math.round(100 * Math.min(1, part / all) * 100) / 100, "currentColor"));
	};
	const when = ([text, iso]) => (iso ? element("time", { datetime: iso }, text) : element("span", {}, text));
	const row = (i) => {
		const r = file.rows, end = r.url[i], state = r.status[i], date = file.dates[r.date[i]];
		const head = element("th", { scope: "row" }, link(r.title[i], end[0] === "/" ? end : file.base + end + "/", r.lang[i]));
		if (r.flags[i] & example) head.append(" ", element("span", { class: "merk" }, words.example));
		const given = r.awarded[i] === null ? r.flags[i] & givenInKind && words.inKind : money(r.awarded[i]);
		if (given) head.append(element("span", { class: "kort", "aria-hidden": true }, given));
		const stand = element("td", {}, state && element("span", { class: "status " + state }, file.statuses[state]));
		if (date[0]) stand.append(element("br"), small(when(date)));
		return element("tr", {}, head, element("td", {}, link(...file.organisations[r.organisation[i]])), stand,
			amount(r.requested[i]), amount(r.awarded[i], r.flags[i] & givenInKind && words.inKind), withBack(amount(r.paid[i]), r.back[i]),
			element("td", { class: "staafcel" }, bar(r.paid[i], r.awarded[i])));
	};

	// Sums of what was found; support in kind is counted, never added.
	const sum = (found) => {
		const total = { requested: 0, awarded: 0, paid: 0, back: 0, inKind: 0, examples: 0 };
		for (const i of found) {
			if (file.rows.flags[i] & example) total.examples++;
			if (file.rows.flags[i] & inKind) total.inKind++;
			else for (const key of ["requested", "awarded", "paid", "back"]) total[key] += file.rows[key][i];
		}
		return total;
	};
	const noted = (count, total) => {
		const { inKind, examples } = total;
		return [
			inKind && fill(inKind > 1 ? words.inKindOther : words.inKindOne, number(inKind)),
			examples && (examples < count ? fill(words.examplesSome, number(examples), number(count)) : fill(count > 1 ? words.examplesOther : words.examplesOne, number(count))),
		].filter(Boolean).map((text) => element("p", { class: "meta" }, text));
	};

	// put shows parts of a table in the place of those that stand there.
	const put = (caption, body, foot) => {
		if (body === table.tBodies[0]) return;
		if (table.tBodies[0].contains(document.activeElement)) scroller.focus({ preventScroll: true });
		table.caption.replaceWith(caption);
		table.tBodies[0].replaceWith(body);
		table.tFoot.replaceWith(foot);
	};
	const show = (found) => {
		const total = sum(found), body = element("tbody"), caption = whole[0].cloneNode(), foot = whole[2].cloneNode(true);
		const cells = foot.querySelectorAll("td");
		["requested", "awarded", "paid"].forEach((key, i) => (cells[i].textContent = money(total[key])));
		withBack(cells[2], total.back);
		if (found.length < file.text.length) foot.querySelector("th").textContent = words.total;
		caption.textContent = words.caption;
		put(caption, body, foot);
		notes.forEach((e) => e.remove());
		notes = noted(found.length, total);
		scroller.after(more, ...notes);
		scroller.hidden = !found.length;
		rest.forEach((e) => (e.hidden = true));
		const next = () => {
			const from = body.rows.length;
			body.append(...found.slice(from, from + shown).map(row));
			const left = Math.min(shown, found.length - body.rows.length);
			more.textContent = fill(words.next, number(left));
			more.hidden = !left;
			return body.rows[from];
		};
		more.onclick = () => (next().querySelector("a") ?? scroller).focus();
		next();
		say(found.length ? fill(found.length > 1 ? words.other : words.one, number(found.length), money(total.awarded), money(total.paid)) : words.none);
	};
	const clear = () => {
		put(...whole);
		[more, ...notes].forEach((e) => e.remove());
		[scroller, ...rest].forEach((e) => (e.hidden = false));
		say("");
	};
	const say = (text) => {
		if (status.textContent !== text) status.textContent = text;
	};

	// The form, the address and the list say the same.
	const query = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim())).toString();
	const update = async () => {
		const wanted = query();
		for (const field of [form.elements.van, form.elements.tot]) {
			const wrong = Number.isNaN(cents(field.value));
			field.setAttribute("aria-invalid", wrong);
			field.setAttribute("aria-describedby", "filter_hulp" + (wrong ? " filter_fout" : ""));
		}
		form.querySelector(".fout").hidden = !form.querySelector("[aria-invalid=true]");
		if (reset.hidden !== !wanted) {
			if (!wanted && document.activeElement === reset) form.elements.q.focus();
			reset.hidden = !wanted;
		}
		if (!wanted) return clear();
		if (!file) say(words.loading);
		try {
			await load();
			if (wanted === query()) show(find());
		} catch {
			clear();
			if (wanted === query()) say(words.failed);
		}
	};
	let timer, touched, last; // field that changed, and that made the newest entry of the history
	const record = () => {
		const wanted = query(), at = location.pathname + (wanted && "?" + wanted);
		if (at === location.pathname + location.search) return;
		history[touched && touched === last ? "replaceState" : "pushState"](null, "", at);
		last = touched;
	};
	const go = () => {
		clearTimeout(timer);
		record();
		return update();
	};
	const restore = () => {
		const wanted = new URLSearchParams(location.search);
		for (const field of fields) {
			field.value = wanted.get(field.name) ?? "";
			if (field.selectedIndex < 0) field.value = "";
		}
		const inside = form.querySelector("details");
		inside.open ||= fields.some((field) => field.value && inside.contains(field));
		last = null;
		clearTimeout(timer);
		return update();
	};

	form.addEventListener("focusin", () => load().catch(() => {}));
	form.addEventListener("input", ({ target }) => {
		touched = target;
		clearTimeout(timer);
		timer = setTimeout(go, wait);
	});
	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		await go();
		scroller.focus();
	});
	form.addEventListener("reset", () => {
		touched = null;
		setTimeout(go); // when the fields are empty
	});
	for (const part of [form, list]) part.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || event.isComposing || !query()) return;
		event.preventDefault();
		form.reset();
	});
	addEventListener("popstate", restore);
	if (location.search) restore();
})();
