// The language of queries: phrases, -word, OR, NAME:VALUE and words that may be one
// (internal/search, format.go §9, steps 1, 6 and 8). The engine asks for this when a
// query is more than one word. What must stay true: what the Go searcher reads in a query, this reads.
import { Reader, add, better, decode, each, fileOf, findAll, fold, idfOf, inAll, lowest, mostKey, mostUnits, newUnit, tokens } from "./zoekmachine.js";

// ---- Queries (step 1)

const columns = { datum: "date", date: "date", bedrag: "amount", amount: "amount", montant: "amount" };
const mostItems = 64;

// parse takes a query apart into items of text, and groups of filters: their
// name, their values, and the facet or column that they are of.
export const parse = (m, query, chosen) => {
	const items = [], groups = [];
	let or = false, rest = query.trimStart();
	const text = () => {
		const quoted = /^["“„«]([^"”“»]*)["”“»]?/.exec(rest), [all, inner] = quoted ?? /^(\S*)/.exec(rest);
		rest = rest.slice(all.length);
		return [inner, !!quoted];
	};
	const ofName = (name) => {
		const column = Object.hasOwn(columns, name) && columns[name], facet = m.facets.find((f) => fold(f.name) === name);
		return (column || facet) && { name, column, facet };
	};
	const filter = (of, value, excluded) => {
		const group = groups.find((g) => g.name === of.name && g.excluded === excluded);
		if (group) group.values.push(value);
		else groups.push({ ...of, excluded, values: [value] });
	};
	for (; rest; rest = rest.trimStart()) {
		const excluded = /^-\S/.test(rest);
		if (excluded) rest = rest.slice(1);
		const [all, typed] = /^([^\s:"“”„«»]+):/.exec(rest) ?? [], of = typed && ofName(fold(typed));
		if (of) {
			rest = rest.slice(all.length);
			filter(of, text()[0], excluded);
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
		const of = ofName(fold(name));
		if (of) for (const value of chosen[name]) filter(of, value, false);
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

// ---- Units (§9, steps 6, 8 and 9)

// joinsOf returns the first words of a list written as one, as they are tried.
const joinsOf = ([a, b, c]) => [...c ? [a + b + c] : [], ...b ? [a + b, a + "s" + b] : []].map((key) => [...key].slice(0, mostKey).join(""));

// joinSpellings looks for neighbouring words as one word.
export const joinSpellings = async (m, units) => {
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

// phraseUnits returns the unit of a phrase.
export const phraseUnits = async (m, { text }) => {
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
export const excludedUnits = async (m, { text }) => {
	const all = tokens(text), found = await findAll(m, all.map((t) => t.key)), units = [];
	for (let i = 0; i < all.length; i++) {
		if (!found[i]) continue;
		add(m, units[units.push(newUnit(m, "")) - 1], found[i], 100);
		i += all[i].parts?.length ?? 0;
	}
	return units;
};

// combine returns the units of a query, and those of what it excludes.
export const combine = (items, found) => {
	const units = [], without = [];
	items.forEach((item, i) => {
		const some = found[i], before = units.at(-1);
		if (item.excluded) without.push(...some);
		else if (item.or && before && some.length) either(before, some[0]);
		else units.push(...some.slice(0, mostUnits - units.length));
	});
	return [units, without];
};

// either makes a unit an alternative of one before it.
const either = (unit, { values, titles, weight, lexemes, meant }) => {
	values.forEach((value, d) => better(unit, d, value, titles[d]));
	unit.weight = Math.max(unit.weight, weight);
	unit.lexemes.push(...lexemes);
	unit.meant ??= meant;
};

// ---- Positions (§5)

// readPositions returns the lists of each t shard of a p file.
const readPositions = (bytes) => {
	const r = new Reader(bytes), blocks = [];
	while (r.at < bytes.length) blocks.push(r.numbers().map((n) => r.take(n)));
	return blocks;
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
