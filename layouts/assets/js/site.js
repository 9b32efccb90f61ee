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
