// Command glashelder compiles a directory of Markdown and tables into a static
// site. Each command stands in a file of its own and does flags and exit codes,
// nothing else.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the same times on every machine

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitFine        = 0
	exitContent     = 1 // mistakes in the content
	exitEnvironment = 2 // wrong use, or a broken environment
	exitInterrupted = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends us at once
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// errContent says that the content has mistakes, which were printed already.
var errContent = errors.New("the content has mistakes")

// run runs a command line and gives its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	switch err := root.ExecuteContext(ctx); {
	case err == nil:
		return exitFine
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.Is(err, errContent):
		return exitContent
	default:
		fmt.Fprintln(stderr, "glashelder:", err)
		return exitEnvironment
	}
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "glashelder",
		Short:         "Compiles Markdown minutes, decisions and funding tables into a static site",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		buildCommand(),
		checkCommand(),
		initCommand(),
		newCommand(),
		explainCommand(),
		fieldsCommand(),
		schemaCommand(),
		serveCommand(),
		exportCommand(),
		versionCommand(),
	)
	return root
}
