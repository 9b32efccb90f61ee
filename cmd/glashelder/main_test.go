package main

// The command line as people use it: every script in testdata/ is a session in
// a directory of its own. Beside testscript's commands they have
//
//	exits CODE COMMAND…        runs a command and holds its exit code against CODE
//	serving [FLAG…]            starts glashelder serve in the background, on a free port
//	fetch [HEADER=VALUE] PATH  prints status and body of the server's answer
//	until PATH TEXT            fetches until TEXT is in the answer; "! until" until it is not
//	interrupted CODE           interrupts the server and holds its exit code against CODE

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"glashelder": main})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("GLASHELDER_LANG", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "serving": serving, "fetch": fetch, "until": until, "interrupted": interrupted,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	holdCode(ts, ts.Exec(args[1], args[2:]...), want)
}

// holdCode holds the exit code behind a command's error against want.
func holdCode(ts *testscript.TestScript, err error, want int) {
	code := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// server is the program that serving started.
type server struct {
	command *exec.Cmd
	done    chan error
	url     string // ends with "/"
}

// running holds the *server of each script, by the script's name.
var running sync.Map

func serving(ts *testscript.TestScript, _ bool, args []string) {
	s := &server{command: exec.Command("glashelder", append([]string{"serve", "--port", "0"}, args...)...), done: make(chan error, 1)}
	s.command.Dir = ts.MkAbs(".")
	said, err := s.command.StderrPipe()
	ts.Check(err)
	ts.Check(s.command.Start())
	ts.Defer(func() { _ = s.command.Process.Kill() })
	lines := bufio.NewReader(said)
	first, err := lines.ReadString('\n')
	ts.Check(err)
	s.url = strings.TrimSpace(first)
	go func() {
		_, _ = io.Copy(io.Discard, lines)
		s.done <- s.command.Wait()
	}()
	running.Store(ts.Name(), s)
}

func serverOf(ts *testscript.TestScript) *server {
	s, ok := running.Load(ts.Name())
	if !ok {
		ts.Fatalf("nothing is being served")
	}
	return s.(*server)
}

func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: fetch [HEADER=VALUE] PATH")
	}
	header := ""
	if len(args) == 2 {
		header = args[0]
	}
	text, err := serverOf(ts).get(args[len(args)-1], header)
	ts.Check(err)
	_, err = io.WriteString(ts.Stdout(), text)
	ts.Check(err)
}

func until(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: until PATH TEXT")
	}
	text := ""
	for range 300 {
		var err error
		text, err = serverOf(ts).get(args[0], "")
		ts.Check(err)
		if strings.Contains(text, args[1]) != neg {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s: %q did not come (or go) in:\n%s", args[0], args[1], text)
}

// get is the status and body of an answer; of one without an end, its first event.
func (s *server) get(path, header string) (string, error) {
	request, err := http.NewRequest(http.MethodGet, s.url+strings.TrimPrefix(path, "/"), nil)
	if err != nil {
		return "", err
	}
	if name, value, ok := strings.Cut(header, "="); ok && name == "Host" {
		request.Host = value
	} else if ok {
		request.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body := bufio.NewReader(answer.Body)
	if answer.Header.Get("Content-Type") == "text/event-stream" {
		event, err := body.ReadString('\n')
		return event, err
	}
	text, err := io.ReadAll(body)
	return fmt.Sprintf("%d\n%s", answer.StatusCode, text), err
}

func interrupted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: interrupted CODE")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	s := serverOf(ts)
	ts.Check(s.command.Process.Signal(os.Interrupt))
	select {
	case err := <-s.done:
		holdCode(ts, err, want)
	case <-time.After(10 * time.Second):
		ts.Fatalf("the server did not stop within ten seconds")
	}
}
