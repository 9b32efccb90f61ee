// Asks SQLite FTS5 with its trigrams: node sqlite.mjs FOLDER, where FOLDER has
// @sqlite.org/sqlite-wasm; on standard input {"documents": [{"address", "title",
// "text", "cents", "facets": [{"name", "key"}]}], "queries": [{"words": ["…"],
// "facets": {"name": ["key"]}, "least", "most"}]}, amounts in cents; for each
// query the addresses of the ten best, as a line of JSON.
//
// What must stay true: SQLite does its best. Documents with all words come first
// and those with any of them fill up to ten, as that is what it answers best;
// words of less than three letters, which trigrams never match, are left out.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: open } = await import(pathToFileURL(`${process.argv[2]}/node_modules/@sqlite.org/sqlite-wasm/node.mjs`));
const sqlite = await open({ print: () => {}, printErr: () => {} });
const db = new sqlite.oo1.DB(":memory:");
db.exec(`CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize = 'trigram remove_diacritics 1');
	CREATE TABLE documents(id INTEGER PRIMARY KEY, address TEXT, cents INTEGER);
	CREATE TABLE facets(document INTEGER, name TEXT, key TEXT);
	CREATE INDEX by_value ON facets(name, key);`);

const { documents, queries } = JSON.parse(readFileSync(0, "utf8"));
db.transaction(() => {
	for (const [id, { address, title, text, cents, facets }] of documents.entries()) {
		db.exec("INSERT INTO documents VALUES(?, ?, ?)", { bind: [id, address, cents] });
		db.exec("INSERT INTO texts(rowid, title, text) VALUES(?, ?, ?)", { bind: [id, title, text] });
		for (const { name, key } of facets ?? []) {
			db.exec("INSERT INTO facets VALUES(?, ?, ?)", { bind: [id, name, key] });
		}
	}
});

// The ten best of one MATCH; all documents that the conditions let through for "".
const best = (match, { facets, least, most }) => {
	const conditions = [], bind = [];
	const where = (condition, ...values) => {
		conditions.push(condition);
		bind.push(...values);
	};
	if (match) where("texts MATCH ?", match);
	for (const [name, keys] of Object.entries(facets)) {
		where(`id IN (SELECT document FROM facets WHERE name = ? AND key IN (${keys.map(() => "?")}))`, name, ...keys);
	}
	if (least !== null) where("cents >= ?", least);
	if (most !== null) where("cents <= ?", most);
	const order = match ? "bm25(texts, 10.0, 1.0)" : "id";
	return db.selectValues(`SELECT address FROM documents JOIN texts ON texts.rowid = id WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT 10`, bind);
};

for (const query of queries) {
	const words = query.words.filter((word) => [...word].length > 2).map((word) => `"${word.replaceAll('"', '""')}"`);
	const found = [...best(words.join(" AND "), query), ...best(words.join(" OR "), query)];
	console.log(JSON.stringify([...new Set(found)].slice(0, 10)));
}
