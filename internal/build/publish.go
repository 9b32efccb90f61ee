package build

// Publishing: a proven site into a folder, or into nothing.

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"glashelder/internal/diag"
	"glashelder/internal/locale"
	"glashelder/internal/output"
)

// Check does everything that Publish does, and writes nothing.
func (b *Builder) Check(ctx context.Context, opts Options) (*Built, diag.List, error) {
	built, diags, err := b.Prove(ctx, opts)
	if err != nil {
		return nil, diags, err
	}
	found, err := built.Proof(ctx)
	return built, append(diags, found...).Sort(), err
}

// Proof fills every page, writes nothing, and reports what is wrong in the
// finished pages.
func (b *Built) Proof(ctx context.Context) (diag.List, error) {
	return b.Write(ctx, nowhere{})
}

// Publish builds the site into dir. With errors in the list, or warnings where
// strict, dir stays as it was and the Result is zero. Where dir already holds
// what a build would give, nothing is done and the Built is nil.
func (b *Builder) Publish(ctx context.Context, opts Options, dir string, strict bool) (*Built, output.Result, diag.List, error) {
	if err := apart(opts.Dir, dir); err != nil {
		return nil, output.Result{}, nil, err
	}
	if lang, same := unchanged(ctx, opts, dir, strict); same {
		b.Lang = lang
		return nil, output.Result{}, nil, nil
	}
	in, young := "", error(nil)
	if opts.Cache != "" {
		in, young = inputs(ctx, opts, dir, strict)
	}
	built, diags, err := b.Prove(ctx, opts)
	if err != nil || Stops(diags, strict) {
		return built, output.Result{}, diags, err
	}
	tree, err := output.Begin(dir)
	if err != nil {
		return built, output.Result{}, diags, err
	}
	found, err := built.Write(ctx, tree)
	diags = append(diags, found...).Sort()
	if err != nil || Stops(diags, strict) {
		_ = tree.Abort()
		return built, output.Result{}, diags, err
	}
	result, err := tree.Commit()
	if err == nil && in != "" && young == nil && len(diags) == 0 && len(result.Foreign) == 0 {
		remember(opts, dir, in, built.Site.Lang.Code())
	}
	return built, result, diags, err
}

// apart refuses to publish over what people wrote: a published folder is
// swapped as a whole, and what is in content/ is read again by the next build.
func apart(source, dir string) error {
	from, err := real(source)
	if err != nil {
		return err
	}
	to, err := real(dir)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(to, from); err == nil && filepath.IsLocal(rel) {
		return fmt.Errorf("%w: the site itself stands in %s; give a folder of its own, such as public", output.ErrPlace, to)
	}
	rel, err := filepath.Rel(from, to)
	if err != nil || !filepath.IsLocal(rel) {
		return nil
	}
	switch top, _, _ := strings.Cut(filepath.ToSlash(rel), "/"); top {
	case "content", "data", "layouts", ".git":
		return fmt.Errorf("%w: %s is part of the site itself; give a folder of its own, such as public", output.ErrPlace, to)
	}
	return nil
}

// real is an absolute path without symbolic links, as far as it exists.
func real(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	for at, rest := abs, ""; ; {
		if whole, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(whole, rest), nil
		}
		if filepath.Dir(at) == at {
			return abs, nil
		}
		at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest)
	}
}

// Stops tells whether a list keeps a site from being published.
func Stops(diags diag.List, strict bool) bool {
	errors, warnings := diags.Count()
	return errors > 0 || (strict && warnings > 0)
}

// nowhere takes files and keeps none; attachments are read, so that one that
// cannot be read is found.
type nowhere struct{}

func (nowhere) Write(path string, _ []byte) error {
	_, err := output.Clean(path)
	return err
}

func (nowhere) Copy(path string, from fs.FS, name string) error {
	if _, err := output.Clean(path); err != nil {
		return err
	}
	f, err := from.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(io.Discard, f)
	return err
}

// vague tells whether the text of a link says nothing, in any language.
func vague(text string) bool {
	for _, code := range locale.Codes() {
		if locale.Get(code).Vague(text) {
			return true
		}
	}
	return false
}
