package localnet

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// ContextName is the context that a devnet writes into a client configuration.
const ContextName = "devnet"

// ErrLeftAlone means that a configuration file has a form that cannot be added to without changing what the user wrote.
var ErrLeftAlone = errors.New("left as it is")

// AddContext puts the context devnet into the first existing file of paths, or makes a file at fresh if none exists, and returns the file's path
// and whether devnet is now the default context. context is the text of the context's value: block YAML, two spaces per level, not indented.
//
// Everything else in the file stays byte for byte. A file with a single context, or written in a form that cannot be added to line by line,
// gives ErrLeftAlone and is not touched.
func AddContext(paths []string, fresh, context string) (path string, isDefault bool, err error) {
	for _, path := range paths {
		old, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return path, false, err
		}
		// A link stays a link: its target is replaced.
		if target, err := filepath.EvalSymlinks(path); err == nil {
			path = target
		}
		next, isDefault, err := withContext(old, context)
		if err != nil || bytes.Equal(old, next) {
			return path, isDefault, err
		}
		mode := fs.FileMode(0o644)
		if info, err := os.Stat(path); err == nil {
			mode = info.Mode().Perm()
		}
		return path, isDefault, writeFile(path, next, mode)
	}
	if err := os.MkdirAll(filepath.Dir(fresh), 0o755); err != nil {
		return fresh, false, err
	}
	return fresh, true, writeFile(fresh, []byte(singleContext(context)), 0o644)
}

// singleContext is a whole configuration file with devnet as its only and default context.
func singleContext(context string) string {
	return "contexts:\n" + entry(context, 2) + "default_context: " + ContextName + "\n"
}

// entry is the context as an entry of the contexts mapping, its key indented by the given number of spaces.
func entry(context string, indent int) string {
	pad := strings.Repeat(" ", indent)
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s:\n", pad, ContextName)
	for line := range strings.Lines(strings.TrimRight(context, "\n") + "\n") {
		b.WriteString(pad + "  " + line)
	}
	return b.String()
}

// withContext returns the text of a configuration with the context devnet added or replaced.
func withContext(text []byte, context string) (next []byte, isDefault bool, err error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrLeftAlone, err)
	}
	var root *yaml.Node
	if len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	if root == nil || root.Kind != yaml.MappingNode || root.Style&yaml.FlowStyle != 0 {
		return nil, false, fmt.Errorf("%w: it holds no block of keys", ErrLeftAlone)
	}
	_, contexts := child(root, "contexts")
	if contexts == nil {
		return nil, false, fmt.Errorf("%w: it has a single context", ErrLeftAlone)
	}
	if contexts.Kind != yaml.MappingNode || contexts.Style&yaml.FlowStyle != 0 || len(contexts.Content) == 0 {
		return nil, false, fmt.Errorf("%w: its contexts are not a block of keys", ErrLeftAlone)
	}

	eol := "\n"
	if bytes.Contains(text, []byte("\r\n")) {
		eol = "\r\n"
	}
	lines := strings.SplitAfter(string(text), "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	} else {
		lines[last] += eol
	}
	indent := contexts.Content[0].Column - 1
	added := strings.SplitAfter(strings.ReplaceAll(entry(context, indent), "\n", eol), "\n")
	added = added[:len(added)-1]

	from := endOf(lines, contexts, contexts.Content[0].Column-1)
	to := from
	if key, value := child(contexts, ContextName); key != nil {
		from, to = key.Line-1, max(key.Line, endOf(lines, value, key.Column))
	}
	lines = slices.Concat(lines[:from], added, lines[to:])

	_, def := child(root, "default_context")
	if def == nil {
		lines = append(lines, "default_context: "+ContextName+eol)
	}
	next = []byte(strings.Join(lines, ""))
	if err := checkEdit(text, next, context, def == nil); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrLeftAlone, err)
	}
	return next, def == nil || def.Value == ContextName, nil
}

// child finds the key and the value of a mapping's entry.
func child(m *yaml.Node, name string) (key, value *yaml.Node) {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == name {
			return m.Content[i], m.Content[i+1]
		}
	}
	return nil, nil
}

// endOf returns the number of lines up to the last one that belongs to a value: the last line of its nodes, and what follows it at a column
// beyond the key's, such as the rest of a block scalar.
func endOf(lines []string, value *yaml.Node, keyColumn int) int {
	end := lastLine(value)
	for end < len(lines) {
		text := strings.TrimRight(lines[end], "\r\n")
		body := strings.TrimLeft(text, " ")
		if body == "" || strings.HasPrefix(body, "#") || len(text)-len(body) < keyColumn {
			break
		}
		end++
	}
	return end
}

func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, c := range n.Content {
		last = max(last, lastLine(c))
	}
	return last
}

// checkEdit compares the parsed old and new texts: only the context devnet, and the default where there was none, may differ.
func checkEdit(before, after []byte, context string, setsDefault bool) error {
	var was, is map[string]any
	var want any
	if err := errors.Join(yaml.Unmarshal(before, &was), yaml.Unmarshal(after, &is), yaml.Unmarshal([]byte(context), &want)); err != nil {
		return err
	}
	contexts, ok := is["contexts"].(map[string]any)
	if !ok || !reflect.DeepEqual(contexts[ContextName], want) {
		return errors.New("its layout is not understood")
	}
	if old, ok := was["contexts"].(map[string]any); ok {
		delete(old, ContextName)
	}
	delete(contexts, ContextName)
	if setsDefault {
		delete(is, "default_context")
	}
	if !reflect.DeepEqual(was, is) {
		return errors.New("its layout is not understood")
	}
	return nil
}
