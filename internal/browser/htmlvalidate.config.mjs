// Rules of html-validate for the built pages: the recommended set and the one
// for whole documents. A rule that is off or changed says why.
export default {
	root: true,
	extends: ["html-validate:recommended", "html-validate:document"],
	rules: {
		// The minifier writes <!doctype html>, which HTML allows and browsers take as the same.
		"doctype-style": ["error", { style: "lowercase" }],
		// Styles and scripts come from the site itself under names with a hash; from another host they would need this.
		"require-sri": ["error", { target: "crossorigin" }],
		// Titles are those that people gave their documents, with the name of the site; search engines cut them where they like.
		"long-title": "off",
	},
};
