package browser

// Driving Chromium. What must stay true: an empty profile, no network of the
// browser's own, and every message, issue and request of a page is kept.

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	jsruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chrome is one running browser.
type chrome struct{ ctx context.Context }

// browserNames are the commands that may be Chromium, best first.
var browserNames = []string{"chromium", "chromium-browser", "google-chrome"}

func startChrome(t testing.TB) *chrome {
	t.Helper()
	path := ""
	for _, name := range browserNames {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		lacks(t, "a browser: none of %v is in the PATH", browserNames)
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "nl"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return &chrome{ctx}
}

// tab is one tab of the browser, and what its page said and asked for.
type tab struct {
	ctx context.Context

	mu       sync.Mutex
	said     []string // errors, warnings and violations, as people would read them
	requests []string // addresses, in order
}

// tab opens a tab; a page that is not there within a minute is a failure.
func (c *chrome) tab(t testing.TB) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(c.ctx)
	t.Cleanup(cancel)
	b := &tab{ctx: ctx}
	err := chromedp.Do(ctx,
		command(log.Enable, cdp.Empty{}), command(audits.Enable, cdp.Empty{}), command(network.Enable, network.EnableParams{}))
	if err == nil {
		err = chromedp.Listen(ctx, b.note)
	}
	if err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	return b
}

// command is a protocol command as a step.
func command[P, R any](cmd cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cmd, params)
		return err
	})
}

// advice are the issues that tell developers how to be faster, not that
// something is wrong.
var advice = map[audits.InspectorIssueCode]bool{"PerformanceIssue": true, "LazyLoadImageIssue": true}

// note keeps what a page says and asks for. The favicon counts as a request.
func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *log.EventEntryAdded:
		b.said = append(b.said, fmt.Sprintf("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL))
	case *audits.EventIssueAdded:
		if !advice[e.Issue.Code] {
			b.said = append(b.said, "issue: "+string(e.Issue.Code))
		}
	case *jsruntime.EventConsoleAPICalled:
		b.said = append(b.said, "console "+string(e.Type))
	case *jsruntime.EventExceptionThrown:
		b.said = append(b.said, "exception: "+e.ExceptionDetails.Text)
	}
}

// told gives what the page said and asked for since the last time.
func (b *tab) told() (said, requests []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	said, requests = b.said, b.requests
	b.said, b.requests = nil, nil
	return said, requests
}

// do runs steps, within a minute.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	return chromedp.Do(ctx, steps...)
}

// ask evaluates a script and gives its value, within a minute.
func ask[T any](b *tab, script string, opts ...chromedp.EvaluateOption) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](script, opts...))
}

// look is how a page is looked at: the width in CSS pixels and the reader's
// wishes. Motion is always reduced, so that nothing is measured half way.
func look(width int64, scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(chromedp.EmulateViewport(width, 900), media("screen", "prefers-color-scheme", scheme))
}

// media emulates a medium ("screen", "print") and one media feature.
func media(medium, feature, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{
		{Name: feature, Value: value}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// inTabs hands every item to judge, in as many tabs as there are processors.
// judge must not end the test.
func inTabs[T any](t *testing.T, c *chrome, items []T, judge func(*tab, T)) {
	t.Helper()
	next := make(chan T)
	var wait sync.WaitGroup
	for range max(2, runtime.NumCPU()) {
		b := c.tab(t)
		wait.Go(func() {
			for item := range next {
				judge(b, item)
			}
		})
	}
	for _, item := range items {
		next <- item
	}
	close(next)
	wait.Wait()
}
