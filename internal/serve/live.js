// Reloads the page when the site was built anew, and shows all mistakes over
// the last good page. Only `serve` sends this; published pages have no such
// script.
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/_glashelder/live.css";
document.head.append(style);

let version = 0;
let panel = null;

function element(name, text, className) {
  const e = document.createElement(name);
  e.textContent = text;
  if (className) e.className = className;
  return e;
}

function show(mistakes) {
  panel?.remove();
  panel = null;
  const errors = mistakes.filter((m) => m.severity === "error").length;
  if (mistakes.length === 0) return;
  panel = document.createElement("details");
  panel.className = "glashelder-live " + (errors ? "fout" : "waarschuwing");
  panel.open = errors > 0;
  panel.lang = document.documentElement.lang;
  const nl = document.documentElement.lang === "nl";
  const title = errors
    ? nl ? `${errors} fout(en): dit is de laatste goede versie` : `${errors} error(s): this is the last good version`
    : nl ? `${mistakes.length} waarschuwing(en)` : `${mistakes.length} warning(s)`;
  panel.append(element("summary", title));
  const list = document.createElement("ol");
  for (const m of mistakes.slice(0, 100)) {
    const item = document.createElement("li");
    item.append(element("code", m.place), element("p", m.message));
    if (m.hint) item.append(element("p", m.hint, "raad"));
    list.append(item);
  }
  panel.append(list);
  document.body.append(panel);
}

new EventSource("/_glashelder/events").addEventListener("message", (event) => {
  const state = JSON.parse(event.data);
  if (version && state.version !== version) {
    location.reload();
    return;
  }
  version = state.version;
  show(state.mistakes);
});
