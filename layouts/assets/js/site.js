// Small comforts; every page works without them. Words come from the page:
// <script src="…" defer data-gekopieerd="Adres gekopieerd">.
(() => {
	const menu = document.querySelector(".menu details");
	const copied = document.currentScript?.dataset.gekopieerd ?? "";
	const said = document.createElement("p");
	said.className = "voorlezen";
	said.setAttribute("role", "status");
	document.body.append(said);

	// Escape closes the menu and gives the focus back to its button.
	menu?.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || !menu.open) return;
		menu.open = false;
		menu.querySelector("summary").focus();
	});

	// The search page, until its own script is there: what the address asks stands
	// in the field, and the lists wait for the answer. Where that script does not
	// come, that is said and they are shown.
	const search = document.querySelector("#zoeken");
	if (search) {
		const lists = document.querySelector(".zoeklijsten");
		document.querySelector("#zoek_q").defaultValue = new URLSearchParams(location.search).get("q") ?? "";
		lists.hidden = location.search;
		addEventListener("load", () => {
			if (document.querySelector(".gezocht")) return;
			const fault = document.createElement("p");
			fault.className = "melding let-op";
			fault.setAttribute("role", "alert");
			fault.textContent = search.dataset.failed;
			search.after(fault);
			lists.hidden = false;
		});
	}

	// A link to a place on the page also copies its whole address.
	document.addEventListener("click", async (event) => {
		const link = event.target.closest?.("a.anker");
		if (!link || !navigator.clipboard) return;
		try {
			await navigator.clipboard.writeText(link.href);
		} catch {
			return; // not allowed: the address bar has it
		}
		said.textContent = copied;
		link.classList.add("gekopieerd");
		setTimeout(() => {
			said.textContent = "";
			link.classList.remove("gekopieerd");
		}, 2000);
	});
})();
