// Package browser holds the tests that look at the built demo site as readers
// do: in a real browser, and with the validators that others wrote.
//
// It has no code of its own. The judges are Chromium, axe-core, html-validate
// and the Nu HTML checker; the tests say plainly which of them this machine
// lacks. With GLASHELDER_BROWSER=required nothing may be lacking, and the
// judges of package.json are installed into the user's cache.
package browser
