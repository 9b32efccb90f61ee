// Filters, sorting and facets: what documents have besides words (internal/search,
// format.go §7 and §9, steps 1 and 9). The engine asks for this when a filter is
// chosen or typed, and for the counts of facets.
import { Reader, fold } from "./zoekmachine.js";

// ---- Columns (§7)

const readDates = (bytes, documents) => {
	let day = 0;
	return Float64Array.from(new Reader(bytes).numbers(documents), (x) => day += x % 2 ? -(x + 1) / 2 : x / 2);
};
const readAmounts = (bytes, documents) => Float64Array.from(new Reader(bytes).numbers(documents));

// column returns the days or amounts of all documents: 0 where there is none.
export const column = (m, name) => m[name] ? m.load("f", m[name], (bytes) => (name === "date" ? readDates : readAmounts)(bytes, m.documents)) : new Float64Array(m.documents);

// readFacet returns the values of a facet, and the ids of document d at
// starts[d] … starts[d+1].
const readFacet = (bytes, { values, size }, documents) => {
	const r = new Reader(bytes), ids = [], starts = [0];
	values ??= Array.from({ length: r.count(size) }, () => [r.string(), r.string(), r.number()]);
	for (let d = 0; d < documents; d++) {
		const x = r.number();
		if (x % 2) ids.push((x - 1) / 2);
		else for (const id of r.numbers(x / 2)) ids.push(id);
		starts.push(ids.length);
	}
	return { values, starts: Uint32Array.from(starts), ids: Uint32Array.from(ids) };
};

const readShared = (bytes) => {
	const r = new Reader(bytes), columns = [];
	while (r.at < bytes.length) columns.push(r.take());
	return columns;
};

// facetColumn returns what is read of a facet's column, which few or all share.
const facetColumn = async (m, facet) => {
	const read = (bytes) => readFacet(bytes, facet, m.documents);
	if (facet.file) return m.load("f", facet.file, read);
	const columns = await m.load("f", m.columns, readShared);
	return facet.read ??= read(columns[facet.column]);
};

// ---- Filters (§9, step 1)

// These read a bound: the least and greatest number that it covers.
const wholeBound = (text) => /^\d{1,15}$/.test(text) && [+text, +text];
const dayBound = (text) => /^\d{4}(-\d\d){0,2}$/.test(text) && ["0", "9"].map((digit) => +text.replaceAll("-", "").padEnd(8, digit));
const centBound = (text) => {
	const [, euros, cents = ""] = /^€*(\d{1,13})(?:,(.*))?$/s.exec(text.replaceAll(".", "").replace(/€+$/, "")) ?? [], two = (cents + "00").slice(0, 2), n = euros + two;
	return /^\d\d$/.test(two) && euros && [+n + 1, +n + 1]; // as the column has it
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

// passing returns a function that tells whether a document fits a group.
export const passing = async (m, { column: kind, facet, values }) => {
	if (kind) {
		const numbers = await column(m, kind), ranges = values.map((v) => rangeOf(v, kind === "date" ? dayBound : centBound));
		return (d) => numbers[d] > 0 && ranges.some((range) => within(numbers[d], range));
	}
	const { values: all, starts, ids } = await facetColumn(m, facet);
	const wanted = all.map(([key]) => values.some((v) => {
		if (!/^[<>]|\.\./.test(v)) return fold(key) === fold(v);
		const n = wholeBound(key);
		return n && within(n[0], rangeOf(v, wholeBound));
	}));
	return (d) => ids.subarray(starts[d], starts[d + 1]).some((id) => wanted[id]);
};

// ---- Facets

// countFacets counts the values of facets in the documents found; those of a
// facet itself as if nothing of it were chosen. Bit i of failed is group i.
export const countFacets = (m, groups, matched, failed, names) => Promise.all(m.facets.filter(({ name }) => !names || names.includes(name)).map(async (facet) => {
	const { values, starts, ids } = await facetColumn(m, facet), counts = new Uint32Array(values.length);
	const own = groups.findIndex((g) => !g.excluded && g.facet === facet), chosen = groups[own]?.values.map(fold);
	for (const d of matched) {
		if (own < 0 ? failed[d] : failed[d] & ~(1 << own)) continue;
		for (let i = starts[d]; i < starts[d + 1]; i++) counts[ids[i]]++;
	}
	const all = values.map(([key, label], i) => ({ key, label, count: counts[i], chosen: !!chosen?.includes(fold(key)) }));
	return { name: facet.name, values: all.filter((v) => v.count || v.chosen) };
}));
