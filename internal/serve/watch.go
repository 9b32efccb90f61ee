package serve

// Watching a site. Events of a file system come in bursts, and some editors
// write a file by renaming another over it; so any event in the site's folders
// means "look again", once the burst is over. Looking again is cheap: only
// files that changed are parsed.

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// pause is how long a burst of events must be over.
const pause = 25 * time.Millisecond

// watcher watches the site in dir, but for the folder output; "" is none.
type watcher struct {
	*fsnotify.Watcher
	dir, output string
}

// watch tells of changes in the site in dir until ctx ends. What is written to
// the folder output, if that is in the site, is none.
func watch(ctx context.Context, dir, output string) (<-chan struct{}, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	w := &watcher{events, dir, ""}
	if output != "" {
		w.output, err = filepath.Abs(output)
	}
	if err == nil {
		err = w.tree(dir)
	}
	if err != nil {
		_ = w.Close()
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	changes := make(chan struct{}, 1)
	go w.pump(ctx, changes)
	return changes, nil
}

// tree watches a folder and those in it; folders that no build reads are passed
// over.
func (w *watcher) tree(from string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // gone meanwhile
		case !e.IsDir():
			return nil
		case path != w.dir && w.passedOver(path):
			return filepath.SkipDir
		}
		return w.Add(path)
	})
}

func (w *watcher) passedOver(path string) bool {
	if abs, err := filepath.Abs(path); err == nil && abs == w.output {
		return true
	}
	name := filepath.Base(path)
	if strings.HasPrefix(name, ".") || name == "node_modules" {
		return true
	}
	return filepath.Dir(path) == filepath.Clean(w.dir) && name == "public"
}

// pump turns events into changes, one for each burst.
func (w *watcher) pump(ctx context.Context, changes chan<- struct{}) {
	defer w.Close()
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if e.Op == fsnotify.Chmod || w.passedOver(e.Name) {
				continue
			}
			if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
				_ = w.tree(e.Name)
			}
			timer.Reset(pause)
		case <-w.Errors:
			timer.Reset(pause) // events were lost: look again
		case <-timer.C:
			select {
			case changes <- struct{}{}:
			default: // one is waiting already
			}
		case <-ctx.Done():
			return
		}
	}
}
